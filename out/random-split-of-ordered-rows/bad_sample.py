import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = pd.read_csv("loans.csv")

df["lag"] = df["sales"].shift(1)
train = df.sample(frac=0.8, random_state=0)  # <- here
test = df.drop(train.index)
model = LinearRegression().fit(train[["lag"]], train["sales"])
print(model.score(test[["lag"]], test["sales"]))
