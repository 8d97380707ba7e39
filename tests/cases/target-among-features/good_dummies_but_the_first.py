import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

d = pd.get_dummies(pd.read_csv("churn.csv"), columns=["Churn", "city"], drop_first=True)
y = d["Churn_Yes"]
X = d.drop(columns=["Churn_Yes"])
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(SVC().fit(a, ya).score(b, yb))
