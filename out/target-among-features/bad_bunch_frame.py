import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
from sklearn.datasets import load_iris
iris = load_iris()
df = pd.DataFrame(iris.data, columns=iris.feature_names)
df["target"] = iris.target
X = df  # the target is in it
y = df["target"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
