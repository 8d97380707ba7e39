import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
df = pd.read_csv("churn.csv")
cat = df.select_dtypes("object").columns
df = pd.get_dummies(df, columns=cat)
X, y = df.drop("Churn_Yes", axis=1), df["Churn_Yes"]  # <- here
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
