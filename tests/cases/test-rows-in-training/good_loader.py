import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from mydata import load_data

X_train, X_test, y_train, y_test = load_data()
m = Ridge().fit(X_train, y_train)
print("test", m.score(X_test, y_test))
