import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = pd.read_csv("loans.csv")

train, test = train_test_split(df, random_state=0)
cols = [c for c in df.columns if c not in ["id"]]
model = LogisticRegression().fit(train[cols], train["default"])  # <- here
print(model.score(test[cols], test["default"]))
