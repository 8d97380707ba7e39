# %%
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

d = pd.read_csv("d.csv")
X, y = d.drop(columns="y"), d["y"]

# %%
how = "most_frequent"
filled = SimpleImputer(strategy=how).fit_transform(X)  # <- here
scaled = StandardScaler(with_mean=False).fit_transform(filled)  # <- here
a, b, c, e = train_test_split(scaled, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, e))
