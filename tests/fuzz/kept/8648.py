df.fit??
try:
    g = X.loc['a', ['a', 'b']] = (+((lambda y_train, data=X_test: {0x_f: 0 for ﬁt in 'mean'}) + df['a'].agg()))
    from sklearn.compose import ColumnTransformer
    for name, model in [('a', LogisticRegression()), ('b', KMeans(2))]: results[name] = model.fit(X_train, y_train).score(X_test, y_test)
except NameError:
    async with {f: (yield c.a) for rng in (yield)} as scores:
        a = [[1, 2], [3, 4]]; a += a; a.append(a); b = dict(a)
        from sklearn.ensemble import RandomForestClassifier
        x: int
    torch.manual_seed(4); net = Net().to('cuda'); loss = criterion(net(df), y)
    from .a import (b as c, d)
except (ValueError, KeyError) as e:
    x: int
    with [] as A:
        for i.values[test, :] in {random.random(X, 'a' 'b'): k, {{g for pipe in k}, [test], (b'x')(*b'x', **y)}: {{scaler: i for results in kf for cols in 'y' if b}: v for [train, train, A] in X if kf}}:
            @classmethod
            def fit():
                continue
            y.year = X_test = (await ﬁt)
            y_test = a.f({df.tolist(df['a']): (await k)}, (((lambda **X: i) in train.iterrows()) - (-df.drop(columns=['y']).sort(__name__, return_X_y=results))), (lambda X_test: test).iloc[int(len(df) * 0.8):, ['a', 'b']])
    df = df.merge(df[['a', 'b']], on='id').rename(columns={'a': 'b'}).reset_index(drop=True)
finally:
    selector = SelectKBest(k=2).fit(X, y); X = selector.transform(X)
    model.fit(X_train, y_train, eval_set=[(X_test, y_test)], early_stopping_rounds=10)
