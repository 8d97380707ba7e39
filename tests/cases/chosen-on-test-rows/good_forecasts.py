# %%
import numpy as np
import pandas as pd
import pmdarima as pm
import statsmodels.api as sm
from sklearn.metrics import mean_absolute_error, mean_squared_error
from sklearn.model_selection import train_test_split
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.statespace.sarimax import SARIMAX

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% arima aic
s = pd.read_csv("s.csv", index_col=0)["x"]
past, future = s[:-50], s[-50:]
best_aic, best_order = np.inf, None
for p in range(3):
    for q in range(3):
        aic = ARIMA(past, order=(p, 1, q)).fit().aic
        if aic < best_aic:
            best_aic, best_order = aic, (p, 1, q)
fit = ARIMA(past, order=best_order).fit()
print(mean_squared_error(future, fit.forecast(steps=len(future))))

# %% auto arima once
s = pd.read_csv("s.csv", index_col=0)["x"]
past, future = s.iloc[:-24], s.iloc[-24:]
m = pm.auto_arima(past, seasonal=True, m=12)
print(mean_absolute_error(future, m.predict(n_periods=24)))

# %% sarimax models table
s = pd.read_csv("s.csv", index_col=0)["x"]
past, future = s.iloc[:-24], s.iloc[-24:]
out = {}
for order in [(1, 0, 0), (1, 1, 1)]:
    res = SARIMAX(past, order=order).fit(disp=False)
    out[order] = np.abs(res.get_forecast(24).predicted_mean - future).mean()
print(out)
holt = sm.tsa.ExponentialSmoothing(past, trend="add").fit()
print(np.sqrt(((holt.forecast(24) - future) ** 2).mean()))
