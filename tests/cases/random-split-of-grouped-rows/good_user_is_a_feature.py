import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

r = pd.read_csv("ratings.csv")
print(r.groupby("user_id")["rating"].mean().head())
X, y = r[["user_id", "movie_id"]], r["rating"]
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, ya).score(b, yb))
