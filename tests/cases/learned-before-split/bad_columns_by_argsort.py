import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from sklearn.feature_selection import f_classif

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
scores, p = f_classif(X, y)  # <- here
idx = np.argsort(scores)[::-1][:10]
X = X.iloc[:, idx]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
