# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

visits = pd.read_csv("visits.csv", index_col=0, parse_dates=["joined", "left"])
visits["days"] = (visits["left"] - visits["joined"]).dt.days
X, y = visits.drop(columns=["spent", "joined", "left"]), visits["spent"]
a, b, c, e = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, e))

# %%
visits = pd.read_csv("visits.csv", index_col="id", parse_dates=["joined"])
X, y = visits.drop(columns=["spent", "joined"]), visits["spent"]
a, b, c, e = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, e))
