import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_data

data = load_data()
m = Ridge().fit(data["X_train"], data["y_train"])
print("test", m.score(data["X_test"], data["y_test"]))
