# Columns by names that a loop gives, changed in place, or chosen by what all rows tell.
# %%
import numpy as np
import pandas as pd
from sklearn.feature_selection import mutual_info_classif
from sklearn.linear_model import LassoCV, LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

raw = pd.read_csv("churn.csv")

# %%
df = raw.copy()
for col in df.columns:
    if df[col].isna().any():
        df[col].fillna(df[col].mean(), inplace=True)  # <- here
train, test = train_test_split(df, random_state=0)
print(LogisticRegression().fit(train[["a", "b"]], train["y"]).score(test[["a", "b"]], test["y"]))

# %% chosen by a condition
chosen = [c for c in raw.columns if c != "y" and abs(raw[c].corr(raw["y"])) > 0.2]  # <- here
train, test = train_test_split(raw, random_state=0)
print(LogisticRegression().fit(train[chosen], train["y"]).score(test[chosen], test["y"]))

# %% chosen by an order
X, y = raw.drop(columns="y"), raw["y"]
told = mutual_info_classif(X, y)  # <- here
best = X[X.columns[np.argsort(told)[-5:]]]
X_train, X_test, y_train, y_test = train_test_split(best, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))

# %% chosen by the coefficients of a pipeline's last part
look = make_pipeline(StandardScaler(), LassoCV()).fit(X, y)  # <- here
kept = X.columns[look.named_steps["lassocv"].coef_ != 0]
X_train, X_test, y_train, y_test = train_test_split(raw[kept], y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
