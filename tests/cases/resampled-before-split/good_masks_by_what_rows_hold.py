# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

loans = pd.read_csv("loans.csv")
mask = np.random.default_rng(1).random(len(loans)) < 0.7
train, test = loans[mask], loans[~mask]
train = pd.concat([train, train[train["default"] == 1]], ignore_index=True)
model = RandomForestClassifier(random_state=0).fit(train.drop(columns="default"), train["default"])
print(model.score(test.drop(columns="default"), test["default"]))

# %%
twice = pd.concat([loans, loans], ignore_index=True)
early = twice["year"] < 2015
model = RandomForestClassifier(random_state=0).fit(twice[early].drop(columns="default"), twice[early]["default"])
print(model.score(twice[~early].drop(columns="default"), twice[~early]["default"]))

# %%
wide = np.c_[np.load("left.npy"), np.load("left.npy")]
order = np.random.default_rng(0).random(len(wide)) < 0.5
target = np.load("target.npy")
print(RandomForestClassifier().fit(wide[order], target[order]).score(wide[~order], target[~order]))
