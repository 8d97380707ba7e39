import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
import yfinance as yf

sp = yf.Ticker("^GSPC").history(period="max")
sp["Tomorrow"] = sp["Close"].shift(-1)  # <- here
sp["Target"] = (sp["Tomorrow"] > sp["Close"]).astype(int)
cols = ["Close", "Tomorrow"]
train, test = sp.iloc[:-100], sp.iloc[-100:]
m = Ridge().fit(train[cols], train["Target"])
print(m.score(test[cols], test["Target"]))
