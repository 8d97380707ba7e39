# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
X_train = train.drop("Survived", axis=1)
Y_train = train["Survived"]
X_test = test.copy()

# %%
logreg = LogisticRegression()
logreg.fit(X_train, Y_train)
Y_pred = logreg.predict(X_test)
acc_log = round(logreg.score(X_train, Y_train) * 100, 2)  # <- here

# %%
svc = SVC()
svc.fit(X_train, Y_train)
acc_svc = round(svc.score(X_train, Y_train) * 100, 2)

# %%
forest = RandomForestClassifier(n_estimators=100)
forest.fit(X_train, Y_train)
Y_pred = forest.predict(X_test)
acc_forest = round(forest.score(X_train, Y_train) * 100, 2)
models = pd.DataFrame({"Model": ["Logistic", "SVC", "Forest"], "Score": [acc_log, acc_svc, acc_forest]})
pd.DataFrame({"PassengerId": test["PassengerId"], "Survived": Y_pred}).to_csv("submission.csv", index=False)
