import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
rng = np.random.default_rng(0)
y = np.repeat(np.arange(3), 100)
X = rng.normal(size=(3, 5))[y] + rng.normal(size=(300, 5))
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
