# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, f1_score, mean_squared_error, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)

# %% the best so far, and it is fitted again
best_depth, best = 0, -1
for depth in range(1, 20):
    tree = DecisionTreeClassifier(max_depth=depth).fit(X_train, y_train)
    accuracy = accuracy_score(y_test, tree.predict(X_test))
    if accuracy > best:  # <- here
        best, best_depth = accuracy, depth
final = DecisionTreeClassifier(max_depth=best_depth).fit(X_train, y_train)
print(accuracy_score(y_test, final.predict(X_test)))

# %% a list and its best place
scores = []
for c in [0.01, 0.1, 1, 10]:
    scores.append(SVC(C=c).fit(X_train, y_train).score(X_test, y_test))
best_c = [0.01, 0.1, 1, 10][int(np.argmax(scores))]  # <- here
print("best", best_c, max(scores))  # <- here

# %% the least error, kept in a dict of settings
lowest, settings = float("inf"), {}
for alpha in (0.1, 1.0, 10.0):
    error = mean_squared_error(y_test, Ridge(alpha=alpha).fit(X_train, y_train).predict(X_test))
    if error < lowest:  # <- here
        lowest = error
        settings = {"alpha": alpha}
model = Ridge(**settings).fit(X_train, y_train)
print("RMSE", np.sqrt(mean_squared_error(y_test, model.predict(X_test))))

# %% a function of one's own, and a comprehension
def evaluate(k):
    return KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train).score(X_test, y_test)


results = {k: evaluate(k) for k in range(1, 40)}
best_k = max(results, key=lambda k: results[k])  # <- here
print(best_k, results[best_k])

# %% pairs in order
ranked = sorted([(SVC(gamma=g).fit(X_train, y_train).score(X_test, y_test), g) for g in (0.1, 1, 10)], reverse=True)
print("we take", ranked[0])  # <- here

# %% an object of one's own that remembers the best
class Best:
    def __init__(self):
        self.score, self.model = 0, None

    def offer(self, model):
        score = model.score(X_test, y_test)
        if score > self.score:  # <- here
            self.score, self.model = score, model


best_of = Best()
for trees in (10, 50, 100):
    best_of.offer(RandomForestClassifier(n_estimators=trees).fit(X_train, y_train))
print(best_of.score)

# %% the better of two
linear = LogisticRegression().fit(X_train, y_train)
forest = RandomForestClassifier().fit(X_train, y_train)
linear_score, forest_score = linear.score(X_test, y_test), forest.score(X_test, y_test)
winner = linear if linear_score > forest_score else forest  # <- here
print("chosen", f1_score(y_test, winner.predict(X_test)))

# %% the split that flatters most
top, top_seed = 0, None
for seed in range(100):
    A_train, A_test, b_train, b_test = train_test_split(df[["a"]], df["y"], random_state=seed)
    accuracy = LogisticRegression().fit(A_train, b_train).score(A_test, b_test)
    if accuracy > top:  # <- here
        top, top_seed = accuracy, seed
print(top, top_seed)
