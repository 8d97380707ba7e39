# %%
from house_style import *
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import StandardScaler


class Scaler(StandardScaler):
    pass


df = pd.read_csv("houses.csv")
X = Scaler().fit_transform(df[["rooms", "age"]])  # <- here
print(cross_val_score(Ridge(), X, df["price"]).mean())
