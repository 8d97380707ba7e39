# What an unused column learned is no business of the others, however they are chosen and whatever else is made of them.
# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("d.csv")
df["z"] = df["a"] - df["a"].mean()
df["u"] = df.groupby("user")["b"].shift(1)
df["n"] = df.groupby("user").cumcount()
df["r"] = df.apply(lambda row: row["b"] + row["c"], axis=1)
df = df.rename(columns={"b": "beta"})
a, b, c, d = train_test_split(df[["u", "n", "r", "beta"]], df["y"], random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))

# %%
features = [name for name in df.columns if name not in ("z", "y")]
train, test = train_test_split(df, random_state=0)
print(LogisticRegression().fit(train[features], train["y"]).score(test[features], test["y"]))
rest = df.columns.difference(["z", "y"])
print(LogisticRegression().fit(train[rest], train["y"]).score(test[rest], test["y"]))
left = list(df.columns)
left.remove("z")
left.remove("y")
print(LogisticRegression().fit(train[left], train["y"]).score(test[left], test["y"]))
