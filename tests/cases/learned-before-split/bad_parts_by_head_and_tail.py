# %%
import polars as pl
from sklearn.linear_model import Ridge

flats = pl.read_csv("flats.csv")
flats = flats.with_columns(pl.col("area").fill_null(pl.col("area").mean().over("district")))  # <- here
cut = int(flats.height * 0.75)
train, test = flats.head(cut), flats.tail(-cut)
print(Ridge().fit(train[["area"]].to_numpy(), train["rent"].to_numpy()).score(test[["area"]].to_numpy(), test["rent"].to_numpy()))

# %%
rooms = pl.read_csv("rooms.csv")
rooms = rooms.with_columns(pl.when(pl.col("area") < 1).then(None).otherwise(pl.col("area")).alias("area"))
rooms = rooms.with_columns(pl.col("area").fill_null(pl.col("area").mean()))  # <- here
first, rest = rooms.slice(0, 500), rooms.slice(500)
print(Ridge().fit(first[["area"]].to_numpy(), first["rent"].to_numpy()).score(rest[["area"]].to_numpy(), rest["rent"].to_numpy()))
