import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

d = pd.read_csv("loans.csv")
num = ["age", "income", "default"]
pre = make_column_transformer((StandardScaler(), num), (OneHotEncoder(), ["job"]))  # <- here
pipe = Pipeline([("pre", pre), ("m", LogisticRegression())])
print(cross_val_score(pipe, d, d["default"], cv=5).mean())
