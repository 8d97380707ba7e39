import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from scipy import stats

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
rows = []
for c in X.columns:
    t, p = stats.ttest_ind(df.loc[df["y"] == 1, c], df.loc[df["y"] == 0, c])  # <- here
    rows.append({"f": c, "p": p})
tab = pd.DataFrame(rows).sort_values("p")
X = X[tab["f"].head(10).tolist()]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
