import numpy as np
import polars as pl
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
df = pl.read_csv("a.csv").lazy().filter(pl.col("a") > 0).collect()
df = df.with_columns(pl.col("inc").fill_null(pl.col("inc").median()))  # <- here
train, test = df[:300], df[300:]
m = Ridge().fit(train.select(["inc"]).to_numpy(), train["y"].to_numpy())
print(m.score(test.select(["inc"]).to_numpy(), test["y"].to_numpy()))
