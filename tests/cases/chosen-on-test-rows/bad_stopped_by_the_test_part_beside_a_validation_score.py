# %%
import pandas as pd
import xgboost as xgb
from sklearn.model_selection import train_test_split

beans = pd.read_csv("beans.csv")
features, kind = beans.drop(columns="kind"), beans["kind"]
rest, X_test, rest_kind, y_test = train_test_split(features, kind, test_size=0.2, random_state=7)
X_fit, X_valid, y_fit, y_valid = train_test_split(rest, rest_kind, test_size=0.25, random_state=7)

# %%
booster = xgb.XGBClassifier(early_stopping_rounds=25)
booster.fit(X_fit, y_fit, eval_set=[(X_test, y_test)])  # <- here
print("valid", booster.score(X_valid, y_valid))
print("test", booster.score(X_test, y_test))

# %% nothing else is scored
other = xgb.XGBClassifier(early_stopping_rounds=25, max_depth=3)
other.fit(X_fit, y_fit, eval_set=[(X_valid, y_valid)])  # <- here
print("train", other.score(X_fit, y_fit))
print("result", other.score(X_valid, y_valid))

# %% whatever they are called: the part that was set aside first, and a further one out of the rest
rest, last, rest_kind, last_kind = train_test_split(features, kind, random_state=1)
main, few, main_kind, few_kind = train_test_split(rest, rest_kind, random_state=1)
third = xgb.XGBClassifier(early_stopping_rounds=25, max_depth=5)
third.fit(main, main_kind, eval_set=[(last, last_kind)])  # <- here
print(third.score(few, few_kind))
print(third.score(last, last_kind))
