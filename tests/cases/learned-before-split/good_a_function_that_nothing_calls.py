# %%
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_iris(return_X_y=True)


def old_way(X, y):
    X = StandardScaler().fit_transform(X)
    a, b, c, d = train_test_split(X, y, random_state=0)
    return SVC().fit(a, c).score(b, d)


# %%
a, b, c, d = train_test_split(X, y, random_state=0)
print(SVC().fit(a, c).score(b, d))
