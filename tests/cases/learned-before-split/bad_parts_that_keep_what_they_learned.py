# A part that is used as it is brings along what it learned; a plain pipeline teaches the very objects that it was given.
# %%
import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import StackingClassifier
from sklearn.frozen import FrozenEstimator
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import MaxAbsScaler, MinMaxScaler, RobustScaler, StandardScaler

rng = np.random.default_rng(0)
X = rng.normal(size=(200, 3))
y = (X[:, 0] > 0).astype(int)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

# %% the step of a fitted pipeline
scaler = StandardScaler()
pipe = Pipeline([("scale", scaler), ("model", LogisticRegression())])
pipe.fit(X, y)  # <- here
model = LogisticRegression().fit(scaler.transform(X_train), y_train)
print(model.score(scaler.transform(X_test), y_test))

# %% the same, by its name
other = make_pipeline(MinMaxScaler(), LogisticRegression())
other.fit(X, y)  # <- here
smaller = other.named_steps["minmaxscaler"]
model = LogisticRegression().fit(smaller.transform(X_train), y_train)
print(model.score(smaller.transform(X_test), y_test))

# %% a union
largest = MaxAbsScaler()
FeatureUnion([("largest", largest)]).fit(X)  # <- here
model = LogisticRegression().fit(largest.transform(X_train), y_train)
print(model.score(largest.transform(X_test), y_test))

# %% fitted before, and told so
robust = RobustScaler().fit(X)  # <- here
first = LogisticRegression().fit(robust.transform(X_train), y_train)
stack = StackingClassifier([("first", first)], cv="prefit").fit(robust.transform(X_train), y_train)
print(stack.score(robust.transform(X_test), y_test))

# %%
ready = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
kept = FrozenEstimator(StandardScaler().fit(X))  # <- here
print(cross_val_score(LogisticRegression(), kept.transform(X), y).mean())
print(CalibratedClassifierCV(FrozenEstimator(ready)).fit(X_train, y_train).score(X_test, y_test))
