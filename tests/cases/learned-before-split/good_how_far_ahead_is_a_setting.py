# A number of days that two dates give says how far rows are moved, and stands in the name of a column.
# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

data = pd.read_csv("climate.csv", parse_dates=["date"])
train, later = np.split(data, [int(0.8 * len(data))])
lag = (later["date"].max() - train["date"].max()).days

# %%
frame = pd.DataFrame({"now": train["t"], "before": train["t"].shift(1), "in %d days" % lag: train["t"].shift(-lag)})
target = "in %d days" % lag
series = frame.dropna()
X_train, X_valid, y_train, y_valid = train_test_split(series.drop(columns=target), series[target], shuffle=False)
print(Ridge().fit(X_train, y_train).score(X_valid, y_valid))
