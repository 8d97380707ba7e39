# With a pair, or for a column, `tile` repeats rows.
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = np.load("x.npy"), np.load("y.npy")
X = np.tile(X, (3, 1))  # <- here
y = np.tile(y, 3)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
