import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

d = pd.read_csv("bank.csv")
d = pd.get_dummies(d, columns=["job", "deposit"])
y = d["deposit_yes"]
X = d.drop(["deposit_yes", "deposit_no"], axis=1)
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
