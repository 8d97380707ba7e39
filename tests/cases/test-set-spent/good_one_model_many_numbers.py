# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.svm import SVC

df = pd.read_csv("one.csv")
X, y = df[["a", "b"]], df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

# %% one model, many numbers
model = LogisticRegression().fit(X_train, y_train)
predicted = model.predict(X_test)
print(accuracy_score(y_test, predicted), f1_score(y_test, predicted), model.score(X_test, y_test))
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))

# %% folds
for c in (0.1, 1, 10, 100):
    print(cross_val_score(SVC(C=c), X_train, y_train).mean())
for fit, check in KFold(5).split(X):
    print(SVC().fit(X.iloc[fit], y.iloc[fit]).score(X.iloc[check], y.iloc[check]))

# %% training rows
for c in (0.1, 1, 10, 100):
    print(SVC(C=c).fit(X_train, y_train).score(X_train, y_train))
