import numpy as np
from sklearn.linear_model import Ridge

s = np.load("s.npy")
X = np.lib.stride_tricks.sliding_window_view(s, 20)[:-1]
y = s[20:]
p = np.random.default_rng(0).permutation(len(X))  # <- here
a, b = p[:1500], p[1500:]
print(Ridge().fit(X[a], y[a]).score(X[b], y[b]))
