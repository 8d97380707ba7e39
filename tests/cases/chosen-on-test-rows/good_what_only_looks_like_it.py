# %%
import itertools

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.calibration import calibration_curve
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, auc, classification_report, confusion_matrix, roc_auc_score, roc_curve
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_predict, cross_val_score, cross_validate, train_test_split
from sklearn.svm import SVC

data = pd.read_csv("one.csv")
X, y = data.drop(columns="y"), data["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)


# %% a picture of what was confused, for several models
def draw(cm, classes):
    cm = cm.astype("float") / cm.sum(axis=1)[:, np.newaxis]
    plt.imshow(cm)
    limit = cm.max() / 2.0
    for i, j in itertools.product(range(cm.shape[0]), range(cm.shape[1])):
        color = "white" if cm[i, j] > limit else "black"
        plt.text(j, i, format(cm[i, j], ".2f"), color=color)


scores = {}
for name, model in {"svc": SVC(probability=True), "forest": RandomForestClassifier()}.items():
    model.fit(X_train, y_train)
    predicted = model.predict(X_test)
    draw(confusion_matrix(y_test, predicted), ["no", "yes"])
    fpr, tpr, _ = roc_curve(y_test, model.predict_proba(X_test)[:, 1])
    plt.plot(fpr, tpr, label=f"{name} {auc(fpr, tpr):.2f}")
    print(classification_report(y_test, predicted))
    scores[name] = accuracy_score(y_test, predicted)

# %% told in order
for name, value in sorted(scores.items(), key=lambda one: one[1], reverse=True):
    print(name, value)
table = pd.DataFrame(scores.items(), columns=["name", "accuracy"]).sort_values("accuracy")
display(table.style.highlight_max())
table.plot.barh(x="name", y="accuracy")
plt.xlim(table["accuracy"].min() - 0.05, 1)
top = table.head(3)
print(table.to_string(), top)

# %% the answer of the model is an extreme, too
network_like = RandomForestClassifier().fit(X_train, y_train).predict_proba(X_test)
print(accuracy_score(y_test, network_like.argmax(axis=1)), network_like.max())

# %% the fold that went best
best, best_fold = 0, None
for number, (fit, check) in enumerate(StratifiedKFold(5).split(X_train, y_train)):
    model = LogisticRegression().fit(X_train.iloc[fit], y_train.iloc[fit])
    accuracy = model.score(X_train.iloc[check], y_train.iloc[check])
    if accuracy > best:
        best, best_fold = accuracy, number
print(best, best_fold)

# %% ranked by folds
ranking = {}
for name, model in [("svc", SVC()), ("linear", LogisticRegression())]:
    ranking[name] = cross_validate(model, X_train, y_train)["test_score"].mean()
print(max(ranking, key=ranking.get))
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}).fit(X_train, y_train)
best_model = search.best_estimator_
print(search.best_score_, best_model.score(X_test, y_test), roc_auc_score(y_test, best_model.decision_function(X_test)))
results = pd.DataFrame(search.cv_results_)
print(results.loc[results["rank_test_score"].idxmin()])

# %% a threshold from the training part
inside = cross_val_predict(LogisticRegression(), X_train, y_train, method="predict_proba")[:, 1]
fpr, tpr, thresholds = roc_curve(y_train, inside)
limit = thresholds[np.argmax(tpr - fpr)]
final = LogisticRegression().fit(X_train, y_train)
print(accuracy_score(y_test, final.predict_proba(X_test)[:, 1] >= limit))
truth, guess = calibration_curve(y_test, final.predict_proba(X_test)[:, 1])
print(np.abs(truth - guess).max())

# %% a gate
if accuracy_score(y_test, final.predict(X_test)) > 0.8:
    final.fit(X, y)
    decision = "ship"

# %% the split with its seeds, for the spread
for seed in (1, 2, 3):
    A_train, A_test, b_train, b_test = train_test_split(X, y, random_state=seed)
    training, held_out = [LogisticRegression().fit(A_train, b_train).score(*part) for part in ((A_train, b_train), (A_test, b_test))]
    if held_out > training:
        print("seed", seed, held_out)
