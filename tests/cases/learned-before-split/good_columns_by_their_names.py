# What was learned from all rows stands in columns that are not among the chosen ones.
# %%
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
homes["shown_area"] = homes["area"].fillna(homes["area"].median())
homes["f_log"] = homes["area"] * 2
homes["f_floor"] = homes["floor"].clip(0, 10)
train, test = train_test_split(homes, random_state=0)


def judge(names):
    print(Ridge().fit(train[names], train["price"]).score(test[names], test["price"]))


# %%
judge([c for c in homes.columns if c.startswith("f_")])
judge([c for c in homes if c in ["f_log", "f_floor"]])
judge([c for c in homes.columns if not c.startswith("shown") and c != "price"])
judge([c for c in homes.columns if "f_" in c])
homes = homes.drop(columns=[c for c in homes.columns if homes[c].isnull().mean() > 0.5])
