import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_data

(a, b), (c, d) = load_data()
m = Ridge().fit(a, b)
print("test", m.score(c, d))
