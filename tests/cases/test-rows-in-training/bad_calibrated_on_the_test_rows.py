# %%
import pandas as pd
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

data = pd.read_csv("claims.csv")
X_train, X_test, y_train, y_test = train_test_split(data.drop(columns="fraud"), data["fraud"], random_state=0)
raw = GaussianNB().fit(X_train, y_train).predict_proba(X_test)[:, 1]

# %%
calibrator = IsotonicRegression(out_of_bounds="clip").fit(raw, y_test)  # <- here
print(brier_score_loss(y_test, calibrator.predict(raw)))
