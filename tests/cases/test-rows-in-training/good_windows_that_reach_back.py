# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

series = pd.read_csv("load.csv", index_col="when", parse_dates=True).sort_index()
values = series["load"].to_numpy()
cut, back = int(len(values) * 0.75), 24


def windows(part):
    inputs, targets = [], []
    for end in range(back, len(part)):
        inputs.append(part[end - back : end])
        targets.append(part[end])
    return np.array(inputs), np.array(targets)


# %% the first test window is filled with what is known by then
Xa, ya = windows(values[:cut])
Xb, yb = windows(values[cut - back :])
print(Ridge().fit(Xa, ya).score(Xb, yb))


# %% lags, then the rows without them are dropped
def lagged(frame):
    frame = frame.copy()
    frame["yesterday"] = frame["load"].shift(1)
    frame["week"] = frame["load"].shift(1).rolling(7).mean()
    return frame.dropna()


names = ["yesterday", "week"]
train, test = lagged(series.iloc[:cut]), lagged(series.iloc[cut - 8 :])
print(Ridge().fit(train[names], train["load"]).score(test[names], test["load"]))

# %% counted from the end
held = 300
Xa, ya = windows(values[:-held])
Xb, yb = windows(values[-held - back :])
print(Ridge().fit(Xa, ya).score(Xb, yb))

# %% plain numbers
Xa, ya = windows(values[:2000])
Xb, yb = windows(values[1976:])
print(Ridge().fit(Xa, ya).score(Xb, yb))
