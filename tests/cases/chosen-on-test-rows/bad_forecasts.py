# %%
import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error, mean_squared_error
from sklearn.model_selection import train_test_split
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.holtwinters import SimpleExpSmoothing

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]
a, b, ya, yb = train_test_split(X, y, random_state=0)

# %% arima order
s = pd.read_csv("s.csv", index_col=0)["x"]
cut = int(len(s) * 0.8)
past, future = s[:cut], s[cut:]
best_rmse, best_order = np.inf, None
for p in range(3):
    for q in range(3):
        fit = ARIMA(past, order=(p, 1, q)).fit()
        rmse = np.sqrt(mean_squared_error(future, fit.forecast(steps=len(future))))
        if rmse < best_rmse:  # <- here
            best_rmse, best_order = rmse, (p, 1, q)
print(best_order, best_rmse)

# %% arima walk
s = pd.read_csv("s.csv", index_col=0)["x"].values


def evaluate_order(series, order):
    size = int(len(series) * 0.7)
    train, test = series[:size], series[size:]
    history, predictions = [x for x in train], []
    for t in range(len(test)):
        predictions.append(ARIMA(history, order=order).fit().forecast()[0])
        history.append(test[t])
    return mean_squared_error(test, predictions)


best_score, best_cfg = float("inf"), None
for p in (0, 1, 2):
    for d in (0, 1):
        for q in (0, 1, 2):
            try:
                mse = evaluate_order(s, (p, d, q))
                if mse < best_score:  # <- here
                    best_score, best_cfg = mse, (p, d, q)
            except ValueError:
                continue
print(best_cfg, best_score)

# %% holt alpha
s = pd.read_csv("s.csv", index_col=0)["x"]
past, future = s.iloc[:-24], s.iloc[-24:]
maes = {}
for alpha in np.arange(0.1, 1, 0.1):
    res = SimpleExpSmoothing(past).fit(smoothing_level=alpha, optimized=False)
    maes[alpha] = mean_absolute_error(future, res.forecast(24))
best = min(maes, key=maes.get)  # <- here
print(best, maes[best])
