import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
rows = []
for patient in range(40):
    level = rng.normal()
    for visit in range(6):
        rows.append({"patient": patient, "pulse": 70 + 5 * level + rng.normal(), "sick": int(level > 0)})
df = pd.DataFrame(rows)
X = df[["pulse"]]
y = df["sick"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- here
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
