# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor

data = pd.read_csv("people.csv")
known = data[data["age"].notnull()]
ages = RandomForestRegressor(n_estimators=50).fit(known[["fare"]], known["age"])
data.loc[data["age"].isnull(), "age"] = ages.predict(data[data["age"].isnull()][["fare"]])

# %%
forest = RandomForestClassifier().fit(data[["fare", "age"]], data["saved"])
predicted = forest.predict(data[["fare", "age"]])
print("accuracy", (predicted == data["saved"]).mean())  # <- here
