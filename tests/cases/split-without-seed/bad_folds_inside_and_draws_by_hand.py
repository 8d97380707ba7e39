# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV, KFold, ShuffleSplit, cross_val_score

df = pd.read_csv("d.csv")
X, y = df[["a"]], df["y"]
print(cross_val_score(Ridge(), X, y, cv=KFold(5, shuffle=True)))  # <- here
search = GridSearchCV(Ridge(), {"alpha": [1, 2]}, cv=ShuffleSplit(3))
search.fit(X, y)  # <- here
print(cross_val_score(Ridge(), X, y, cv=5), cross_val_score(Ridge(), X, y, cv=KFold(5)))

# %%
mask = np.random.rand(len(df)) < 0.8  # <- here
print(Ridge().fit(X[mask], y[mask]).score(X[~mask], y[~mask]))
train = df.sample(frac=0.8)  # <- here
rest = df.drop(train.index)
print(Ridge().fit(train[["a"]], train["y"]).score(rest[["a"]], rest["y"]))
np.random.rand(3)

# %%
from sklearn.model_selection import train_test_split

toy = 6 * np.random.rand(200, 1) - 3  # data that is drawn is not data that is split
label = toy[:, 0] > 0
a, b, c, d = train_test_split(toy, label, random_state=0)
print(Ridge().fit(a, c).score(b, d))
