import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder

d = pd.read_csv("churn.csv")
for c in ["Geography", "Gender"]:
    d[c] = LabelEncoder().fit_transform(d[c])
X = d.iloc[:, 3:].values  # <- here
y = d.iloc[:, 13].values
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
