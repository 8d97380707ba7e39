import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

d = pd.read_csv("sessions.csv")
d["visit"] = d.groupby("user_id").cumcount()
X, y = d[["visit", "seconds", "pages"]], d["bought"]
a, b, ya, yb = train_test_split(X, y, random_state=0)  # <- here
print(LogisticRegression().fit(a, ya).score(b, yb))
