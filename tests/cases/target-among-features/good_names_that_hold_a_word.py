# Some columns, nobody knows which: that the target is one of them is not told.
# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

d = pd.read_csv("letters.csv")


def judge(X, y):
    a, b, ya, yb = train_test_split(X, y, random_state=0)
    print(LogisticRegression().fit(a, ya).score(b, yb))


# %%
judge(d[d.filter(like="pixel").columns], d["label"])
judge(d.filter(regex="^p"), d["label"])
judge(d[list(d.filter(like="pixel"))], d["label"])
judge(d[[c for c in d.columns if c.startswith("pixel")]], d["label"])
judge(d[d.drop(columns="label").columns], d["label"])
judge(d[[c for c in d if c != "label"]], d["label"])
judge(d[[c for c in d.columns if c not in ("label", "writer")] + ["writer"]], d["label"])
