# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

d = pd.read_csv("letters.csv")
X = d[[c for c in d.columns if c not in ("writer",)]]  # <- here
a, b, ya, yb = train_test_split(X, d["label"], random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
