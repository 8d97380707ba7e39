# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("sales.csv")
train, test = df[df["day"] < "2022-01-01"], df[df["day"] >= "2022-01-01"]
mean = train["price"].mean()
train, test = train.assign(price=train["price"] - mean), test.assign(price=test["price"] - mean)
print(Ridge().fit(train[["price"]], train["sold"]).score(test[["price"]], test["sold"]))

# %%
X, y = df[["price", "promo"]].to_numpy(), df["sold"].to_numpy()
scores = []
for tr, te in KFold(5).split(X):
    scaler = StandardScaler().fit(X[tr])
    scores.append(Ridge().fit(scaler.transform(X[tr]), y[tr]).score(scaler.transform(X[te]), y[te]))
print(np.mean(scores))
