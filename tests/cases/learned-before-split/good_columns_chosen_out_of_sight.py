# Which columns are taken cannot be told: that the unused mean is among them is not certain.
# %%
import pandas as pd
from shop.settings import features
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("d.csv")
df["z"] = df["a"] - df["a"].mean()
train, test = train_test_split(df, random_state=0)
print(LogisticRegression().fit(train[features], train["y"]).score(test[features], test["y"]))
