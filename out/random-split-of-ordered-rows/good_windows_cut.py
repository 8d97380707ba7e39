import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
series = pd.read_csv("series.csv")["value"].values
def windows(values, n):
    X, y = [], []
    for i in range(n, len(values)):
        X.append(values[i - n : i])
        y.append(values[i])
    return np.array(X), np.array(y)
X, y = windows(series, 12)
cut = int(len(X) * 0.8)
model = LinearRegression().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
