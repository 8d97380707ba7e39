# What prepares the evaluation part was learned from that part itself.
# %%
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler, scale

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.normal(size=(300, 3)), columns=["a", "b", "c"])
df["y"] = (df["a"] > 0).astype(int)
df.loc[rng.random(300) < 0.1, "b"] = np.nan
train, test = train_test_split(df, random_state=0)
features = ["a", "b", "c"]

# %%
train = train.fillna(train.mean())
test = test.fillna(test.mean())  # <- here
model = LogisticRegression().fit(train[features], train["y"])
print(model.score(test[features], test["y"]))

# %%
scaler, reduce = StandardScaler(), PCA(2)
X_train = reduce.fit_transform(scaler.fit_transform(train[features]))
X_test = reduce.fit_transform(scaler.fit_transform(test[features]))  # <- here
model = LogisticRegression().fit(X_train, train["y"])
print(accuracy_score(test["y"], model.predict(X_test)))

# %%
other = LogisticRegression().fit(scale(train[features]), train["y"])
print(other.score(scale(test[features]), test["y"]))  # <- here
