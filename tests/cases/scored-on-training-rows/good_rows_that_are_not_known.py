# %%
import sys

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, mean_squared_error
from sklearn.model_selection import train_test_split
from somewhere import own_split, tidy

# %% a split that nobody described
data = pd.read_csv("data.csv")
train, test = own_split(data)
model = LogisticRegression().fit(train.drop(columns="y"), train["y"])
print(accuracy_score(test["y"], model.predict(test.drop(columns="y"))))
left, right = train_test_split(pd.read_csv("other.csv"), random_state=0)
left, right = tidy(left, right)
again = LogisticRegression().fit(left.drop(columns="y"), left["y"])
print(again.score(right.drop(columns="y"), right["y"]))

# %% one way or the other
whole = pd.read_csv("whole.csv")
if len(sys.argv) > 2:
    fitted, judged = whole, whole
else:
    fitted, judged = train_test_split(whole, random_state=0)
print(Ridge().fit(fitted[["a"]], fitted["b"]).score(judged[["a"]], judged["b"]))

# %% put together and taken apart again
first, last = train_test_split(pd.read_csv("texts.csv"), random_state=0)
extra = pd.read_csv("unlabelled.csv")
together = pd.concat([first, last, extra])
n_first, n_last = first.shape[0], last.shape[0]
numbers = together[["length", "words"]].values
ridge = Ridge().fit(numbers[:n_first], first["price"])
print(mean_squared_error(last["price"], ridge.predict(numbers[n_first : n_first + n_last])))

# %% a model that is fitted anew in each turn
models = [LogisticRegression(C=c) for c in np.logspace(-3, 3, 12)]
X, y = whole[["a"]], whole["b"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
for each in models:
    each.fit(X_train, y_train)
    print(each.score(X_test, y_test))
    each.fit(X, y)
