import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_data

d = load_data()
for a in (0.1, 1):
    m = Ridge(alpha=a).fit(d["X_train"], d["y_train"])
    print(m.score(d["X_val"], d["y_val"]))
