# %%
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% permutation shown
rf = RandomForestClassifier().fit(a, ya)
print(rf.score(b, yb))
imp = permutation_importance(rf, b, yb)
order = imp.importances_mean.argsort()[::-1]
for i in order:
    print(a.columns[i], imp.importances_mean[i])
plt.barh(a.columns[order], imp.importances_mean[order])

# %% permutation train
f, v, yf, yv = train_test_split(a, ya, random_state=1)
rf = RandomForestClassifier().fit(f, yf)
imp = permutation_importance(rf, v, yv)
ranking = pd.Series(imp.importances_mean, index=a.columns)
chosen = ranking[ranking > 0].index
print(RandomForestClassifier().fit(a[chosen], ya).score(b[chosen], yb))
