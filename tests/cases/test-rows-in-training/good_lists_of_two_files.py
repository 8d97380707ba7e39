import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.preprocessing import StandardScaler

tr = pd.read_csv("tr.csv")
te = pd.read_csv("te.csv")
rows = list(tr.values)
rows.extend(list(te.values))
n = len(tr)
all_ = np.array(rows)
a, b = all_[:n], all_[n:]
m = Ridge().fit(a[:, 1:], a[:, 0])
print(m.score(b[:, 1:], b[:, 0]))
