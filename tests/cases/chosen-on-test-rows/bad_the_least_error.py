# The least of several errors, and the largest of several shares.
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("homes.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "rooms"]], df["price"], random_state=0)
errors = {}
for alpha in (0.1, 1.0, 10.0):
    errors[alpha] = mean_absolute_error(y_test, Ridge(alpha).fit(X_train, y_train).predict(X_test))
print(min(errors, key=errors.get))  # <- here
