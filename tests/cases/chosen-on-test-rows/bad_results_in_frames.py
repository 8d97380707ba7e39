# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, f1_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% results loc list
results = pd.DataFrame(columns=["name", "acc"])
fitted = []
for i, m in enumerate([LogisticRegression(), SVC(), RandomForestClassifier()]):
    m.fit(a, ya)
    results.loc[i] = [m.__class__.__name__, m.score(b, yb)]
    fitted.append(m)
best = results["acc"].astype(float).idxmax()  # <- here
print(accuracy_score(yb, fitted[best].predict(b)))

# %% results loc len
results = pd.DataFrame(columns=["C", "acc"])
for c in (0.1, 1, 10):
    results.loc[len(results)] = [c, SVC(C=c).fit(a, ya).score(b, yb)]
results = results.sort_values("acc", ascending=False)
best_c = results.iloc[0]["C"]  # <- here
print(SVC(C=best_c).fit(a, ya).score(b, yb))

# %% results at
results = pd.DataFrame(index=["lr", "svc", "rf"], columns=["acc"])
models = {"lr": LogisticRegression(), "svc": SVC(), "rf": RandomForestClassifier()}
for name, m in models.items():
    results.at[name, "acc"] = m.fit(a, ya).score(b, yb)
best = results["acc"].idxmax()  # <- here
print(best, models[best].score(b, yb))

# %% results concat
frames = []
for c in (0.1, 1, 10):
    m = SVC(C=c).fit(a, ya)
    frames.append(pd.DataFrame({"C": [c], "acc": [accuracy_score(yb, m.predict(b))]}))
results = pd.concat(frames, ignore_index=True)
best = results.loc[results["acc"].idxmax()]  # <- here
print(SVC(C=best["C"]).fit(a, ya).score(b, yb))

# %% frame iloc
models = {"lr": LogisticRegression(), "rf": RandomForestClassifier(), "svc": SVC()}
scores = []
for name, m in models.items():
    m.fit(a, ya)
    scores.append([name, m.score(b, yb)])
results = pd.DataFrame(scores, columns=["Model", "Score"]).sort_values(by="Score", ascending=False)
best_name = results.iloc[0]["Model"]  # <- here
final = models[best_name]
print(classification_report(yb, final.predict(b)))

# %% frame iloc reset
models = {"lr": LogisticRegression(), "rf": RandomForestClassifier(), "svc": SVC()}
results = pd.DataFrame({"name": list(models), "f1": [f1_score(yb, m.fit(a, ya).predict(b)) for m in models.values()]})
results = results.sort_values("f1", ascending=False).reset_index(drop=True)
winner = models[results.loc[0, "name"]]  # <- here
print(winner.score(b, yb))

# %% list of dicts frame max
rows = []
for d in range(1, 15):
    m = DecisionTreeClassifier(max_depth=d).fit(a, ya)
    rows.append({"depth": d, "train": m.score(a, ya), "test": m.score(b, yb)})
df = pd.DataFrame(rows)
best = df[df["test"] == df["test"].max()]["depth"].values[0]  # <- here
print(DecisionTreeClassifier(max_depth=best).fit(a, ya).score(b, yb))

# %% df nlargest
rows = []
for d in range(1, 15):
    m = DecisionTreeClassifier(max_depth=d).fit(a, ya)
    rows.append((d, m.score(b, yb)))
best = pd.DataFrame(rows, columns=["d", "s"]).nlargest(1, "s")["d"].item()  # <- here
print(DecisionTreeClassifier(max_depth=best).fit(a, ya).score(b, yb))

# %% df top head
rows = []
for d in range(1, 15):
    rows.append((d, DecisionTreeClassifier(max_depth=d).fit(a, ya).score(b, yb)))
t = pd.DataFrame(rows, columns=["d", "s"]).sort_values("s", ascending=False)
best = t.head(1)["d"].values[0]  # <- here
print(DecisionTreeClassifier(max_depth=best).fit(a, ya).score(b, yb))

# %% series idxmax
s = pd.Series({name: m.fit(a, ya).score(b, yb) for name, m in {"lr": LogisticRegression(), "svc": SVC()}.items()})
print("winner", s.idxmax(), s.max())  # <- here
