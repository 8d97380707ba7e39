# Where the training rows end is no preparation, however it is worked out.
# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

sales = pd.read_csv("sales.csv", parse_dates=["day"]).sort_values("day")
features = [c for c in sales.columns if c.startswith("lag_")] + ["promo"]

# %% the last six weeks
cutoff = sales["day"].max() - pd.Timedelta(weeks=6)
train, test = sales[sales["day"] <= cutoff], sales[sales["day"] > cutoff]
print(Ridge().fit(train[["promo"]], train["sold"]).score(test[["promo"]], test["sold"]))

# %% a share of the days, with gaps left out behind it
border = sales.day.quantile(0.8)
early = sales[sales.day < border].dropna(subset=["promo"])
late = sales[sales.day >= border].dropna(subset=["promo"])
print(Ridge().fit(early[["promo"]], early["sold"]).score(late[["promo"]], late["sold"]))

# %% in words, and as an array
last = np.percentile(sales["week"], 75)
first_part, second_part = sales.query("week <= @last"), sales.query("week > @last")
print(Ridge().fit(first_part[["promo"]], first_part["sold"]).score(second_part[["promo"]], second_part["sold"]))

# %% three parts
end = sales["week"].max()
past = sales[sales["week"] < end - 8]
middle = sales[(sales["week"] >= end - 8) & (sales["week"] < end - 4)]
newest = sales[sales["week"] >= end - 4]
model = Ridge().fit(past[["promo"]], past["sold"])
print(model.score(middle[["promo"]], middle["sold"]), model.score(newest[["promo"]], newest["sold"]))
