# %%
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.frozen import FrozenEstimator
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss
from sklearn.model_selection import train_test_split

# %% calibrated
df = pd.read_csv("prefit_cal_test.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
cal = CalibratedClassifierCV(clf, cv="prefit", method="isotonic").fit(b, d)  # <- here
print(brier_score_loss(d, cal.predict_proba(b)[:, 1]))

# %% by hand
df = pd.read_csv("platt_by_hand.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
p = clf.predict_proba(b)[:, 1].reshape(-1, 1)
platt = LogisticRegression().fit(p, d)  # <- here
print(log_loss(d, platt.predict_proba(p)))

# %% another model
df = pd.read_csv("refit_on_test.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
print(clf.score(b, d))
other = LogisticRegression()
other.fit(b, d)  # <- here
print(other.score(b, d))

# %% a frozen model
df = pd.read_csv("frozen_cal.csv")
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X, y)
m = GradientBoostingClassifier().fit(a, c)
cal = CalibratedClassifierCV(FrozenEstimator(m)).fit(b, d)  # <- here
print(log_loss(d, cal.predict_proba(b)))
