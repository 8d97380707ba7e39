import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
people = pd.DataFrame({"person": np.arange(60), "level": rng.normal(size=60)})
visits = pd.DataFrame({"person": rng.integers(0, 60, 600), "hour": rng.integers(0, 24, 600)})
df = visits.merge(people, on="person")
df["pulse"] = 70 + 9 * df["level"] + rng.normal(size=600)
X = df[["hour", "pulse"]]
y = (df["level"] > 0).astype(int)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
