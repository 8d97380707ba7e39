# %%
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

claims = pd.read_csv("claims.csv")
X, y = claims.drop(columns="fraud"), claims["fraud"]
mask = np.random.default_rng(1).random(len(X)) < 0.7
X_test, y_test = X[~mask], y[~mask]
X_train, _, y_train, _ = train_test_split(X, y, test_size=0.4, random_state=7)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)  # <- here
print(tree.score(X_test, y_test))

# %%
order = np.random.default_rng(0).permutation(len(X))
cut = int(0.7 * len(X))
late, answers = X.iloc[order[cut:]], y.iloc[order[cut:]]
rows, _, labels, _ = train_test_split(X, y, test_size=0.4, random_state=7)
other = DecisionTreeClassifier(random_state=0).fit(rows, labels)  # <- here
print(other.score(late, answers))
