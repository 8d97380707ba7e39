# %%
import numpy as np
from sklearn.model_selection import GroupKFold, ShuffleSplit, StratifiedKFold, TimeSeriesSplit, train_test_split

SEED = 4
options = {"test_size": 0.2, "random_state": SEED}
X, y = np.zeros((20, 2)), np.arange(20) % 2
a, b = train_test_split(X, **options)
c, d = train_test_split(X, random_state=np.random.RandomState(SEED))
for splitter in (StratifiedKFold(3), TimeSeriesSplit(3), ShuffleSplit(3, random_state=SEED)):
    for train, test in splitter.split(X, y):
        pass
for train, test in GroupKFold(3).split(X, y, groups=y):
    pass
