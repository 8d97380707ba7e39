# %%
import pandas as pd
from sklearn.tree import DecisionTreeClassifier
from sklearn.model_selection import cross_val_score

raw = pd.read_csv("raw.csv")
raw["age"][raw["age"].isnull()] = raw["age"].mean()  # <- here
raw.to_csv("clean.csv", index=False)

# %%
table = pd.read_csv("clean.csv")
print(cross_val_score(DecisionTreeClassifier(), table[["age", "fee"]], table["y"], cv=5))
