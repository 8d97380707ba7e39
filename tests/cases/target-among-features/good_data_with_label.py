import lightgbm as lgb
import pandas as pd
from sklearn.model_selection import train_test_split

d = pd.read_csv("h.csv")
y = d.pop("target")
a, b, ya, yb = train_test_split(d, y, random_state=0)
m = lgb.train({}, lgb.Dataset(a, ya), valid_sets=[lgb.Dataset(a, ya)])
from sklearn.metrics import roc_auc_score

print(roc_auc_score(yb, m.predict(b)))
