import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold

df = pd.read_csv("loans.csv")

from sklearn.model_selection import GridSearchCV

df["lag1"] = df["load"].shift(24)
df = df.dropna()
search = GridSearchCV(LinearRegression(), {"fit_intercept": [True, False]}, cv=KFold(5, shuffle=True, random_state=0))
search.fit(df[["lag1"]], df["load"])  # <- here
print(search.best_score_)
