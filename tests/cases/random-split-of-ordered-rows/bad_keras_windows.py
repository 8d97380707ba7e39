import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")

values = df[["value"]].values
look_back = 10
dataX, dataY = [], []
for i in range(len(values) - look_back - 1):
    a = values[i:(i + look_back), 0]
    dataX.append(a)
    dataY.append(values[i + look_back, 0])
X, y = np.array(dataX), np.array(dataY)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
