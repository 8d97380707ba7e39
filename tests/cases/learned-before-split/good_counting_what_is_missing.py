# How many values are missing is no statistic of the values, and how many rows to draw is no choice of rows.
# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("d.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["age"]], df["y"], random_state=0)
drawn = X_train["age"].dropna().sample(df["age"].isnull().sum(), random_state=0)
drawn.index = X_train[X_train["age"].isnull()].index
X_train.loc[X_train["age"].isnull(), "age"] = drawn
X_test = X_test.fillna(0.0)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
