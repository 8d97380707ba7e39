import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
X, y = np.load("x.npy"), np.load("y.npy")
out, labs = [], []
for im, lab in zip(X, y):
    out.extend([im, np.fliplr(im)])  # <- here
    labs.extend([lab, lab])
X, y = np.array(out), np.array(labs)

# %%
X, y = X, y
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
