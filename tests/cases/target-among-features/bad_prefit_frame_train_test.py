import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")

train, test = train_test_split(df, test_size=0.2, random_state=1)
X_train, y_train = train.drop("id", axis=1), train["default"]  # <- here
X_test, y_test = test.drop("id", axis=1), test["default"]
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
