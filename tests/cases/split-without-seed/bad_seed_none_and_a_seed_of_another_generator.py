# %%
import random

import numpy as np
from sklearn.model_selection import ShuffleSplit, train_test_split

random.seed(3)
rng = np.random.default_rng(3)
X = np.zeros((20, 2))
a, b = train_test_split(X)  # <- here
c, d = train_test_split(X, random_state=None)  # <- here
for train, test in ShuffleSplit(3).split(X):  # <- here
    pass
