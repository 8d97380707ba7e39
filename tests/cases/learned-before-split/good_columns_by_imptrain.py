import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from sklearn.ensemble import RandomForestClassifier

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
rf = RandomForestClassifier(random_state=0).fit(X_train, y_train)
imp = pd.DataFrame({"f": X.columns, "i": rf.feature_importances_}).sort_values("i", ascending=False)
top = imp["f"].head(9)
print(Ridge().fit(X_train[top], y_train).score(X_test[top], y_test))
