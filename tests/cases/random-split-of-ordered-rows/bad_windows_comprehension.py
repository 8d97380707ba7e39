import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

series = pd.read_csv("series.csv")["value"].values
X = np.array([series[i - 8 : i] for i in range(8, len(series))])
y = series[8:]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
