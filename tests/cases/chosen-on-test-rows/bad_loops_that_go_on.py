# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% while rises
C, acc, prev = 1.0, 0, -1
while acc > prev:  # <- here
    prev = acc
    C *= 2
    m = SVC(C=C).fit(a, ya)
    acc = m.score(b, yb)
print("stopped at", C, "accuracy", prev)

# %% while flag
better, n, last = True, 10, 0
while better:  # <- here
    n += 10
    m = RandomForestClassifier(n_estimators=n).fit(a, ya)
    now = m.score(b, yb)
    better = now > last
    last = now
print(n, last)

# %% while target
depth = 1
m = DecisionTreeClassifier(max_depth=depth).fit(a, ya)
while m.score(b, yb) < 0.9 and depth < 30:  # <- here
    depth += 1
    m = DecisionTreeClassifier(max_depth=depth).fit(a, ya)
print(depth, m.score(b, yb))

# %% features greedy
left, chosen, best = list(X.columns), [], 0
while left:
    scores = {c: LogisticRegression().fit(a[chosen + [c]], ya).score(b[chosen + [c]], yb) for c in left}
    top = max(scores, key=scores.get)  # <- here
    if scores[top] <= best:
        break
    best = scores[top]
    chosen.append(top)
    left.remove(top)
print(chosen, best)
