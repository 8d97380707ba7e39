# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

# %% both
df = pd.read_csv("train_and_test_scores.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
train_acc, test_acc = clf.score(a, c), clf.score(b, d)
print("training", train_acc, "test", test_acc)
print(f"train {accuracy_score(c, clf.predict(a))} test {accuracy_score(d, clf.predict(b))}")
print("Accuracy on training set: ", clf.score(a, c))
print("Accuracy on test set: ", clf.score(b, d))
scores = {"train": clf.score(a, c), "test": clf.score(b, d)}

# %% with labels
df = pd.read_csv("print_labels.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
for nm, xx, yy in [("train", a, c), ("test", b, d)]:
    print(nm, accuracy_score(yy, clf.predict(xx)))


def report(nm, m, xx, yy):
    print(nm, m.score(xx, yy))


report("train", clf, a, c)
report("test", clf, b, d)
tr_sc, te_sc = clf.score(a, c), clf.score(b, d)
train_test_gap = clf.score(a, c) - clf.score(b, d)
print("Training set score: {:.2f} Test set score: {:.2f}".format(clf.score(a, c), clf.score(b, d)))
validation = {"fit": clf.score(a, c)}

# %% of a part
df = pd.read_csv("eval_subset_of_train.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
clf.fit(a, c)
print(clf.score(b, d))
m = a["sex"] == "f"
print("women in training", clf.score(a[m], c[m]))
mt = b["sex"] == "f"
print("women", clf.score(b[mt], d[mt]))

# %% more and more rows
df = pd.read_csv("learning_curve_sizes.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y)
for n in (100, 200, 500):
    clf.fit(a[:n], c[:n])
    print(n, clf.score(a[:n], c[:n]), clf.score(b, d))

# %% two splits
df = pd.read_csv("two_splits_two_models.csv")
X, y = df.drop(columns="y"), df["y"]
clf = RandomForestClassifier()
a, b, c, d = train_test_split(X, y, random_state=1)
print(clf.fit(a, c).score(b, d))
a, b, c, d = train_test_split(X, y, random_state=2)
print(LogisticRegression().fit(a, c).score(b, d))
X2 = X[["u"]]
a, b, c, d = train_test_split(X2, y)
print(LogisticRegression().fit(a, c).score(b, d))
