# %% In [1]
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GridSearchCV, cross_validate, train_test_split
from yellowbrick.classifier import ClassificationReport

one, two, three = pd.read_csv("one.csv"), pd.read_csv("two.csv"), pd.read_csv("three.csv")
four, five, six, seven = pd.read_csv("four.csv"), pd.read_csv("five.csv"), pd.read_csv("six.csv"), pd.read_csv("seven.csv")
print(one["y"].value_counts())
#> 0    950
#> 1     50
#> Name: y, dtype: int64

# %% In [2]
print(two["y"].value_counts(), three["y"].value_counts(), four["y"].value_counts())
print(five["y"].value_counts(), six["y"].value_counts(), seven["y"].value_counts())
#> 0    950
#> 1     50
#> Name: y, dtype: int64

# %% In [3]
A, B, a, b = train_test_split(one.drop(columns="y"), one["y"], random_state=0)
forest = RandomForestClassifier().fit(A, a)
print(forest.score(B, b), f1_score(b, forest.predict(B)))

# %% In [4]
print(cross_validate(forest, two.drop(columns="y"), two["y"], scoring=["accuracy", "average_precision"]))

# %% In [5]
search = GridSearchCV(forest, {"max_depth": [4, 8]}, scoring="roc_auc").fit(three.drop(columns="y"), three["y"])
print(search.best_score_, (search.predict(three.drop(columns="y")) == three["y"]).mean())

# %% In [6]
C, D, c, d = train_test_split(four.drop(columns="y"), four["y"], random_state=0)
predicted = RandomForestClassifier().fit(C, c).predict(D)
print(accuracy_score(d, predicted))
pd.crosstab(d, predicted)

# %% In [7]
E, F, e, f = train_test_split(five.drop(columns="y"), five["y"], random_state=0)
other = RandomForestClassifier().fit(E, e)
guess = other.predict(F)
print(other.score(F, f), "found", ((guess == 1) & (f == 1)).sum())

# %% In [8]
G, H, g, h = train_test_split(six.drop(columns="y"), six["y"], random_state=0)
print("always the large class", DummyClassifier().fit(G, g).score(H, h), "forest", RandomForestClassifier().fit(G, g).score(H, h))

# %% In [9]
K, L, k, m = train_test_split(seven.drop(columns="y"), seven["y"], random_state=0)
last = RandomForestClassifier()
report = ClassificationReport(last)
print(last.fit(K, k).score(L, m))
