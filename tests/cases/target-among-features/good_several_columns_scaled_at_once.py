# Scaling several columns of a frame leaves each of them what it was: none is computed from its neighbours.
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("people.csv")
df["rate"] = df["left"] / df["months"]
numeric = ["age", "income", "rate"]
train, test = train_test_split(df, random_state=0)
train, test = train.copy(), test.copy()
scaler = StandardScaler().fit(train[numeric])
train[numeric] = scaler.transform(train[numeric])
test[numeric] = scaler.transform(test[numeric])
kept = ["age", "income"]
model = LogisticRegression().fit(train[kept], train["left"])
print(model.score(test[kept], test["left"]))
