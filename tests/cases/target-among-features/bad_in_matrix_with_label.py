import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

d = pd.read_csv("h.csv")
tr, te = train_test_split(d, random_state=0)
features = ["a", "b", "y"]
dtr = xgb.DMatrix(tr[features], tr["y"])  # <- here
dte = xgb.DMatrix(te[features], label=te["y"])
m = xgb.train({"objective": "binary:logistic"}, dtr, 50)
print(roc_auc_score(te["y"], m.predict(dte)))
