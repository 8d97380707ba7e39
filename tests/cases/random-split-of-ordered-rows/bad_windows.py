import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

series = pd.read_csv("series.csv")["value"].values
def windows(values, n):
    X, y = [], []
    for i in range(len(values) - n):
        X.append(values[i : i + n])
        y.append(values[i + n])
    return np.array(X), np.array(y)
X, y = windows(series, 12)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
