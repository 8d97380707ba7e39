import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_data

tr = load_data("train")
te = load_data("test")
m = Ridge().fit(tr[["x"]], tr["y"])
print("test", m.score(te[["x"]], te["y"]))
