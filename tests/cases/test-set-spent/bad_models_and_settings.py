# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)

# %%
near = KNeighborsClassifier().fit(X_train, y_train)
print(near.score(X_test, y_test))  # <- here
print(accuracy_score(y_test, LogisticRegression().fit(X_train, y_train).predict(X_test)))
for c in (0.1, 1):
    print(SVC(C=c).fit(X_train, y_train).score(X_test, y_test))
