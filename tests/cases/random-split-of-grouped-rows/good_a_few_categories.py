import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
city = rng.integers(0, 4, 600)
rent = np.array([10.0, 14.0, 9.0, 20.0])
shop = np.repeat(np.arange(5), 120)
df = pd.DataFrame({"city": city, "rent": rent[city] + rng.normal(size=600), "shop": shop})
X = df[["rent"]]
y = rent[city] + rng.normal(size=600)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
