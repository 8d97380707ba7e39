import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
parts = []
for subject in range(30):
    base = rng.normal(size=4)
    part = pd.DataFrame(base + 0.1 * rng.normal(size=(12, 4)), columns=list("abcd"))
    part["subject"] = subject
    part["group"] = subject % 2
    parts.append(part)
df = pd.concat(parts, ignore_index=True)
X = df[list("abcd")]
y = df["group"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
