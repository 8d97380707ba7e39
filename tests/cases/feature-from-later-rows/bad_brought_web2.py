import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
import pandas_datareader as pdr

sp = pdr.get_data_yahoo("^GSPC")
sp["Tomorrow"] = sp["Close"].shift(-1)  # <- here
sp["Target"] = (sp["Tomorrow"] > sp["Close"]).astype(int)
cols = ["Close", "Tomorrow"]
train, test = sp.iloc[:-100], sp.iloc[-100:]
m = Ridge().fit(train[cols], train["Target"])
print(m.score(test[cols], test["Target"]))
