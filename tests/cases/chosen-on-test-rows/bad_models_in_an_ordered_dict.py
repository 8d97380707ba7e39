# An OrderedDict of pairs is looped over as any dict is.
from collections import OrderedDict

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("people.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["age", "income"]], df["left"], random_state=0)
models = OrderedDict([("plain", LogisticRegression()), ("strict", LogisticRegression(C=0.1))])
scores = {}
for name, model in models.items():
    model.fit(X_train, y_train)
    scores[name] = accuracy_score(y_test, model.predict(X_test))
print(max(scores, key=scores.get))  # <- here
