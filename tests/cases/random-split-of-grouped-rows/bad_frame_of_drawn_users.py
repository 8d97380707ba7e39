import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
user = rng.integers(0, 50, 800)
mood = rng.normal(size=50)
df = pd.DataFrame({"user": user, "clicks": mood[user] + rng.normal(size=800), "age": rng.integers(18, 70, 50)[user]})
df["buys"] = (mood[user] > 0).astype(int)
X = df[["clicks", "age"]]
y = df["buys"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
