# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, c, e = train_test_split(X, y, random_state=0)
scores = {type(one).__name__: one.fit(a, c).score(b, e) for one in (LogisticRegression(), GaussianNB(), DecisionTreeClassifier())}

# %% a colour, a letter
shades = ["tab:orange" if one == max(scores.values()) else "lightgrey" for one in scores.values()]
bars = plt.barh(list(scores), list(scores.values()), color=shades)
marks = ["*" if one >= max(scores.values()) else "" for one in scores.values()]

# %% how far they spread
runs = []
for seed in range(15):
    a, b, c, e = train_test_split(X, y, random_state=seed)
    runs.append(GaussianNB().fit(a, c).score(b, e))
print(np.mean(runs), max(runs))
print(f"mean {np.mean(runs):.3f}, best {np.max(runs):.3f}")
print(pd.Series(runs).mean(), pd.Series(runs).max())
