import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from sklearn.ensemble import RandomForestClassifier

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
rf = RandomForestClassifier(random_state=0).fit(X, y)  # <- here
imp = pd.Series(rf.feature_importances_, index=X.columns)
X = X[imp.nlargest(9).index]

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
