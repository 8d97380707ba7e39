# %%
import numpy as np
from mylab.start import fix_all_seeds
from sklearn.model_selection import train_test_split

fix_all_seeds(3)
a, b = train_test_split(np.zeros((20, 2)))


def later(X, seed=None):
    return train_test_split(X, random_state=seed)
