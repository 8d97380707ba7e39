import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR

d = pd.get_dummies(pd.read_csv("w.csv"))
y = d["max_temp"]
X = d.drop(columns=["max_temp"])
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(SVR().fit(a, ya).score(b, yb))
