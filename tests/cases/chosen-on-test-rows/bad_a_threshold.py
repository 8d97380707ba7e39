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

model = LogisticRegression().fit(X_train, y_train)
chance = model.predict_proba(X_test)[:, 1]

# %% Youden's point of the test curve
fpr, tpr, thresholds = roc_curve(y_test, chance)
best = thresholds[np.argmax(tpr - fpr)]  # <- here
print("accuracy", accuracy_score(y_test, chance >= best))

# %% the best F1 of a curve
precision, recall, cuts = precision_recall_curve(y_test, chance)
f1 = 2 * precision * recall / (precision + recall + 1e-9)
where = np.argmax(f1)  # <- here
predicted = (chance >= cuts[where]).astype(int)
print("F1", f1_score(y_test, predicted))

# %% a loop over cuts
top, cut = 0, 0.5
for t in np.arange(0.1, 0.9, 0.01):
    score = f1_score(y_test, (chance > t).astype(int))
    if score > top:  # <- here
        top, cut = score, t
print("cut", cut, "F1", top)

# %% a list of cuts
grid = np.linspace(0, 1, 101)
found = [f1_score(y_test, chance > t) for t in grid]
t = grid[np.argmax(found)]  # <- here
print(accuracy_score(y_test, chance > t))

# %% weights of a blend
other = RandomForestClassifier().fit(X_train, y_train).predict_proba(X_test)[:, 1]
weights = np.linspace(0, 1, 21)
aucs = np.array([roc_auc_score(y_test, w * chance + (1 - w) * other) for w in weights])
w = weights[aucs.argmax()]  # <- here
print("blend", roc_auc_score(y_test, w * chance + (1 - w) * other))
