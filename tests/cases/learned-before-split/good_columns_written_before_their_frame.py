# The expression that learns is handed to the training part alone, or to nothing that is scored.
# %%
import numpy as np
import polars as pl
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
df = pl.DataFrame({"u": rng.normal(size=400), "v": rng.normal(size=400), "w": rng.normal(size=400)})
df = df.with_columns((pl.col("u") > 0).cast(pl.Int64).alias("y"), (pl.col("v") * 2).alias("v2"))
centre = pl.col("u").mean()
print(df.select(centre, pl.col("v").std().alias("spread")))

# %%
train, test = df[:300], df[300:]
low, high = train.select(centre).item(), train["u"].std()
train = train.with_columns(((pl.col("u") - low) / high).alias("u_z"))
test = test.with_columns(((pl.col("u") - low) / high).alias("u_z"))
model = LogisticRegression().fit(train.select("u_z", "v2").to_numpy(), train["y"].to_numpy())
print(model.score(test.select("u_z", "v2").to_numpy(), test["y"].to_numpy()))

# %% a column that no model sees
df = df.with_columns((pl.col("w") / pl.col("w").max()).alias("shown"))
train, test = df[:300], df[300:]
model = LogisticRegression().fit(train.select("u", "v").to_numpy(), train["y"].to_numpy())
print(model.score(test.select("u", "v").to_numpy(), test["y"].to_numpy()))
