import pandas as pd
from catboost import CatBoostClassifier, Pool
from sklearn.model_selection import train_test_split

d = pd.read_csv("h.csv")
tr, te = train_test_split(d, random_state=0)  # <- here
m = CatBoostClassifier(verbose=0).fit(Pool(tr, label=tr["target"]))
print(m.score(Pool(te, label=te["target"])))
