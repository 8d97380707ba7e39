# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% permutation
rf = RandomForestClassifier().fit(a, ya)
imp = permutation_importance(rf, b, yb, n_repeats=5)  # <- here
ranking = pd.Series(imp.importances_mean, index=a.columns).sort_values(ascending=False)
chosen = ranking[ranking > 0.002].index
print(RandomForestClassifier().fit(a[chosen], ya).score(b[chosen], yb))

# %% permutation argsort
rf = RandomForestClassifier().fit(a, ya)
imp = permutation_importance(rf, b, yb)  # <- here
top = np.argsort(imp["importances_mean"])[::-1][:5]
small = RandomForestClassifier().fit(a.iloc[:, top], ya)
print(small.score(b.iloc[:, top], yb))
