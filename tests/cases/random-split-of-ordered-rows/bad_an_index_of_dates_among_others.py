# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

load = pd.read_csv("load.csv", index_col=["when"], parse_dates=["when"])
a, b, c, e = train_test_split(load.drop(columns="load"), load["load"], random_state=0)  # <- here
print(Ridge().fit(a, c).score(b, e))

# %%
load = pd.read_csv("load.csv", index_col=0, parse_dates=True)
a, b, c, e = train_test_split(load.drop(columns="load"), load["load"], random_state=0)  # <- here
print(Ridge().fit(a, c).score(b, e))
