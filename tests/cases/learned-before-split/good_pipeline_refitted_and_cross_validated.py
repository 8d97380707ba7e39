# A pipeline that was fitted before is cloned by cross-validation: what its selector learned then does not count.
# %%
from sklearn.datasets import make_classification
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import Pipeline

X, y = make_classification(n_samples=200, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
pipe = Pipeline([("best", SelectKBest(k=5)), ("model", LogisticRegression())])
pipe.fit(X_train, y_train)
print(pipe.score(X_test, y_test))
print(cross_val_score(pipe, X_train, y_train, cv=5).mean())
