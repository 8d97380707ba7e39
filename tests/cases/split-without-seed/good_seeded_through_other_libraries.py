# %%
import numpy as np
import pytorch_lightning as pl
from sklearn.model_selection import KFold, train_test_split

X = np.zeros((20, 2))
pl.seed_everything(3)
a, b = train_test_split(X)

# %%
folds = KFold(4, shuffle=True)
folds.random_state = 3
for train, test in folds.split(X):
    pass
