# An expression learns from the frame that it is handed to.
# %%
import numpy as np
import polars as pl
import polars.selectors as cs
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
df = pl.DataFrame({"u": rng.normal(size=400), "v": rng.normal(size=400), "w": rng.normal(size=400)})
df = df.with_columns((pl.col("u") > 0).cast(pl.Int64).alias("y"))

# %%
scaled = (pl.col("u") - pl.col("u").mean()) / pl.col("u").std()  # <- here
df = df.with_columns(scaled.alias("u_z"))
train, test = train_test_split(df, random_state=0)
model = LogisticRegression().fit(train.select("u_z").to_numpy(), train["y"].to_numpy())
print(model.score(test.select("u_z").to_numpy(), test["y"].to_numpy()))

# %%
few = df.filter(pl.col("v") > pl.col("v").quantile(0.05))  # <- here
part, rest = few[:250], few[250:]
model = LogisticRegression().fit(part.select("w").to_numpy(), part["y"].to_numpy())
print(model.score(rest.select("w").to_numpy(), rest["y"].to_numpy()))

# %%
ranged = df.select("u", "v", "w").select(cs.float() / cs.float().max())  # <- here
part, rest = ranged[:300], ranged[300:]
model = LogisticRegression().fit(part.to_numpy(), df["y"][:300].to_numpy())
print(model.score(rest.to_numpy(), df["y"][300:].to_numpy()))

# %% the second of the columns that are taken
again = df.with_columns((pl.col("v") / pl.col("v").max()).alias("v_m"))  # <- here
part, rest = again[:300], again[300:]
model = LogisticRegression().fit(part.select("u", "v_m").to_numpy(), part["y"].to_numpy())
print(model.score(rest.select("u", "v_m").to_numpy(), rest["y"].to_numpy()))
