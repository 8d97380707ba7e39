# %%
import matplotlib.pyplot as plt
import pandas as pd
import xgboost as xgb
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LassoCV, LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

# %% cross-validated, by another object of the class, inside a pipeline
one = pd.read_csv("one.csv")
X, y = one.drop(columns="y"), one["y"]
print(cross_val_score(make_pipeline(StandardScaler(), LogisticRegression()), X, y).mean())
final = LogisticRegression().fit(X, y)
print(final.score(X, y))

# %% searched
two = pd.read_csv("two.csv")
search = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [3, 5]}).fit(two.drop(columns="y"), two["y"])
nearest = KNeighborsClassifier(**search.best_params_).fit(two.drop(columns="y"), two["y"])
print(nearest.score(two.drop(columns="y"), two["y"]))

# %% validated while it is fitted
three = pd.read_csv("three.csv")
forest = RandomForestClassifier(oob_score=True).fit(three.drop(columns="y"), three["y"])
print(forest.score(three.drop(columns="y"), three["y"]), forest.oob_score_)
four = pd.read_csv("four.csv")
lasso = LassoCV(cv=5).fit(four.drop(columns="y"), four["y"])
print(lasso.score(four.drop(columns="y"), four["y"]))
five = pd.read_csv("five.csv")
A, B, a, b = train_test_split(five.drop(columns="y"), five["y"], random_state=0)
boosted = xgb.XGBClassifier().fit(A, a, eval_set=[(B, b)])
print(boosted.score(A, a))

# %% held-out predictions are looked at in another way
six = pd.read_csv("six.csv")
C, D, c, d = train_test_split(six.drop(columns="y"), six["y"], random_state=0)
tree = DecisionTreeRegressor().fit(C, c)
print(tree.score(C, c))
plt.scatter(d, tree.predict(D))

# %% another model of the same data has a held-out score
seven = pd.read_csv("seven.csv")
E, F, e, f = train_test_split(seven.drop(columns="y"), seven["y"], random_state=0)
print(LogisticRegression().fit(E, e).score(F, f))
small = DecisionTreeClassifier(max_depth=2).fit(E, e)
print("what a stump remembers", accuracy_score(e, small.predict(E)))

# %% scored, then fitted on all rows and scored no more
eight = pd.read_csv("eight.csv")
G, H, g, h = train_test_split(eight.drop(columns="y"), eight["y"], random_state=0)
model = DecisionTreeClassifier().fit(G, g)
print(model.score(H, h))
model.fit(eight.drop(columns="y"), eight["y"])
