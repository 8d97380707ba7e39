# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
df["fee"] = df["fee"] / df["fee"].max()  # <- here
df["age"] = df["age"].fillna(df["age"].median())

# %%
train, test = train_test_split(df, random_state=0)
model = LogisticRegression().fit(train[["fee", "calls"]], train["churned"])
print(model.score(test[["fee", "calls"]], test["churned"]))
