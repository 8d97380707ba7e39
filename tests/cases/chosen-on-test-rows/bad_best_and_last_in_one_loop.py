# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
a, b = train_test_split(homes, random_state=0)


def quality(names):
    return Ridge().fit(a[names], a["rent"]).score(b[names], b["rent"])


# %% what is added and when it ends: one thing, told once
taken, left, best = ["area"], ["rooms", "floor", "age", "garden"], 0.0
while left:
    gains = {name: quality(taken + [name]) for name in left}
    top = max(gains, key=gains.get)  # <- here
    if gains[top] <= best:
        break
    taken.append(top)
    left.remove(top)
    best = gains[top]
print(Ridge().fit(a[taken], a["rent"]).score(b[taken], b["rent"]))
