# %%
import pandas as pd
from sklearn.linear_model import RidgeClassifier
from sklearn.model_selection import train_test_split

guests = pd.read_csv("guests.csv")
guests["centred"] = guests["visits"] - guests["visits"].mean()
guests["band"] = pd.qcut(guests["spent"], 4)
guests = pd.get_dummies(guests, columns=["city"])
guests["name_length"] = guests["name"].str.len()
X, y = guests.drop(columns=["label", "centred", "band", "name"]), guests["label"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=5)
print(RidgeClassifier().fit(X_train, y_train).score(X_test, y_test))
