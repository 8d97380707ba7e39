# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

loans = pd.read_csv("loans.csv")
twice = pd.concat([loans, loans], ignore_index=True)  # <- here
X, y = twice.drop(columns="default"), twice["default"]
mask = np.random.default_rng(1).random(len(X)) < 0.7
model = RandomForestClassifier(random_state=0).fit(X[mask], y[mask])
print(model.score(X[~mask], y[~mask]))

# %%
signals, levels = np.load("signals.npy"), np.load("levels.npy")
noise = np.random.default_rng(5).normal(scale=0.01, size=signals.shape)
signals = np.r_[signals, signals + noise]  # <- here
levels = np.r_[levels, levels]
print(cross_val_score(Ridge(), signals, levels).mean())
