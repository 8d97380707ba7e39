# `years_experience` and `time_on_site` are amounts, not points in time.
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

for path, amount in (("staff.csv", "years_experience"), ("visits.csv", "time_on_site")):
    df = pd.read_csv(path).sort_values(amount)
    X_train, X_test, y_train, y_test = train_test_split(df[[amount, "level"]], df["pay"], random_state=0)
    print(r2_score(y_test, LinearRegression().fit(X_train, y_train).predict(X_test)))
staff = pd.read_csv("staff.csv").sort_values("years_experience")
X_train, X_test, y_train, y_test = train_test_split(staff[["years_experience"]], staff["pay"], random_state=0)
print(r2_score(y_test, LinearRegression().fit(X_train, y_train).predict(X_test)))
