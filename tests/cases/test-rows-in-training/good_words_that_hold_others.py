# "threshold" holds "hold", "latest" holds "test", "household" holds both "hold" and "house": none of them speaks of held-out rows.
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("people.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["age", "income"]], df["left"], random_state=0)
model = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print("accuracy at the default threshold", model.score(X_train, y_train))
print("accuracy of the latest model", model.score(X_train, y_train))
household_score = model.score(X_train, y_train)
print("on new people", model.score(X_test, y_test))
