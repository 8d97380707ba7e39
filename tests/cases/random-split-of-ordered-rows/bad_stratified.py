import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

df = pd.read_csv("loans.csv")

from sklearn.model_selection import StratifiedKFold

df["ret"] = df["close"].pct_change()
df["ma5"] = df["close"].rolling(5).mean()
df["up"] = (df["close"].shift(-1) > df["close"]).astype(int)
df = df.dropna()
X, y = df[["ret", "ma5"]], df["up"]
cv = StratifiedKFold(5, shuffle=True, random_state=1)
print(cross_val_score(LogisticRegression(), X, y, cv=cv).mean())  # <- here
