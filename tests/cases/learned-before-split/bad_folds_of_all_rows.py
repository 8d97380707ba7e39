# %%
import pandas as pd
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.preprocessing import MinMaxScaler

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]

# %% all rows, and no test part
scaled = MinMaxScaler().fit_transform(X)  # <- here
print(cross_val_score(LogisticRegression(), scaled, y, cv=5).mean())

# %% columns chosen by the answers of the folds
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
pick = SelectKBest(k=5)
few = pick.fit_transform(X_train, y_train)  # <- here
print(cross_val_score(LogisticRegression(), few, y_train, cv=5).mean())
print(LogisticRegression().fit(few, y_train).score(pick.transform(X_test), y_test))
