import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
df = pd.DataFrame({"a": rng.normal(size=300), "b": rng.normal(size=300)})
df["label"] = (df["a"] > 0).astype(int)
X = df[["a", "b"]]
y = df["label"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
