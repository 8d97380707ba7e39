import pandas as pd
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

d = pd.read_csv("loans.csv")
pre = make_column_transformer((StandardScaler(), make_column_selector(dtype_include="number")), (OneHotEncoder(), ["job"]))
pipe = Pipeline([("pre", pre), ("m", LogisticRegression())])
y = d.pop("default")
print(cross_val_score(pipe, d, y, cv=5).mean())
