import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_data

data = load_data()
tr, te = data[0], data[1]
m = Ridge().fit(tr[0], tr[1])
print("test", m.score(te[0], te[1]))
