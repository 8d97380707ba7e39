# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("d.csv")
df["z"] = df["a"] - df["a"].mean()  # <- here
df["n"] = df.groupby("user")["z"].transform("max")  # <- here
df = df.rename(columns={"z": "zeta"})
features = [name for name in df.columns if name != "y"]
train, test = train_test_split(df, random_state=0)
print(LogisticRegression().fit(train[features], train["y"]).score(test[features], test["y"]))
