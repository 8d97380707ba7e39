# What a part learned before it went into something that copies it, or fits it again, has no part in what is scored.
# %%
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import ColumnTransformer, make_column_transformer
from sklearn.ensemble import StackingClassifier, VotingClassifier
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score, cross_validate, train_test_split
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

rng = np.random.default_rng(0)
X = pd.DataFrame({"a": rng.normal(size=200), "b": rng.normal(size=200), "c": rng.choice(["u", "v"], 200)})
y = (X["a"] + X["b"] > 0).astype(int)
numbers = X[["a", "b"]]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
few_train, few_test = X_train[["a", "b"]], X_test[["a", "b"]]

# %% shown, then a part of a ColumnTransformer
steps = Pipeline([("scale", StandardScaler())])
print(steps.fit_transform(numbers)[:3])
prepare = ColumnTransformer([("numbers", steps, ["a", "b"]), ("words", OneHotEncoder(), ["c"])])
model = Pipeline([("prepare", prepare), ("model", LogisticRegression())])
model.fit(X_train, y_train)
print(model.score(X_test, y_test))

# %%
scaler = StandardScaler()
print(scaler.fit_transform(numbers).mean())
both = make_column_transformer((scaler, ["a", "b"]), (OneHotEncoder(), ["c"]))
train, test = both.fit_transform(X_train), both.transform(X_test)
print(LogisticRegression().fit(train, y_train).score(test, y_test))

# %% a plain pipeline and a union keep the object, and fit it again
scaler, best = StandardScaler().fit(numbers), SelectKBest(f_classif, k=1).fit(numbers, y)
again = make_pipeline(scaler, FeatureUnion([("best", best), ("all", StandardScaler())]), LogisticRegression())
print(again.fit(few_train, y_train).score(few_test, y_test))
print(scaler.transform(few_test).mean())

# %% a search, a vote, a stack, a calibration, folds
chosen = Pipeline([("best", SelectKBest(f_classif, k=1)), ("model", LogisticRegression())])
print(chosen.fit(numbers, y).predict(numbers)[:3])
search = GridSearchCV(chosen, {"model__C": [0.1, 1.0]}).fit(few_train, y_train)
print(search.score(few_test, y_test), search.best_estimator_.named_steps["best"].transform(few_test)[:2])

# %%
scaled = make_pipeline(StandardScaler(), LogisticRegression())
scaled.fit(numbers, y)
vote = VotingClassifier([("scaled", scaled), ("chosen", chosen)]).fit(few_train, y_train)
stack = StackingClassifier(estimators=[("scaled", scaled)], final_estimator=chosen).fit(few_train, y_train)
calibrated = CalibratedClassifierCV(scaled).fit(few_train, y_train)
print(vote.score(few_test, y_test), stack.score(few_test, y_test), calibrated.score(few_test, y_test))
print(cross_val_score(scaled, few_train, y_train).mean(), cross_validate(chosen, few_train, y_train)["test_score"].mean())


# %% an object of one's own is made again
class Centre(BaseEstimator, TransformerMixin):
    def __init__(self, by=1.0):
        self.by = by

    def fit(self, X, y=None):
        self.mean_ = X.mean() * self.by
        return self

    def transform(self, X):
        return X - self.mean_


centre = Centre(by=0.5)
print(centre.fit_transform(numbers)[:3])
whole = make_pipeline(ColumnTransformer([("centre", centre, ["a", "b"])]), LogisticRegression())
print(whole.fit(few_train, y_train).score(few_test, y_test))
