import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

d = pd.read_csv("flowers.csv")
print(d.groupby("species").size())
d["island_mean"] = 1
X, y = d[["l", "w"]], d["species"]
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
