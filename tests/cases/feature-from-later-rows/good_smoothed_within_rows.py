import pandas as pd
from scipy.signal import savgol_filter
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

X = pd.read_csv("spectra.csv").values
y = pd.read_csv("conc.csv")["c"].values
X = savgol_filter(X, 11, 2, axis=1)
a, b, ya, yb = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, ya).score(b, yb))
