# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import PowerTransformer, RobustScaler

houses = pd.read_csv("houses.csv")
X, y = houses.drop(columns="price"), houses["price"]


def through(data, tools):
    if not tools:
        return data
    return through(tools[0].fit_transform(data), tools[1:])  # <- here


# %%
X = through(X, [RobustScaler(), PowerTransformer()])
print(cross_val_score(Ridge(), X, y).mean())
