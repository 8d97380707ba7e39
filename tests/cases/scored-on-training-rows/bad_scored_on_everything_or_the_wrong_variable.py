# %%
import pandas as pd
from sklearn.metrics import accuracy_score, mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

# %% more rows than were fitted on
loans = pd.read_csv("loans.csv")
X, y = loans.drop(columns="paid"), loans["paid"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier().fit(X_train, y_train)
print("expected on new data:", accuracy_score(y, tree.predict(X)))  # <- here

# %% the wrong variable
rents = pd.read_csv("rents.csv")
C, d = rents.drop(columns="rent"), rents["rent"]
C_train, C_test, d_train, d_test = train_test_split(C, d, random_state=0)
other = DecisionTreeRegressor().fit(C_train, d_train)
test_mae = mean_absolute_error(d_train, other.predict(C_train))  # <- here
