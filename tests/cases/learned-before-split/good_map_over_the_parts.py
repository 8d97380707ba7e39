# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

people = pd.read_csv("people.csv")
train, test = train_test_split(people, random_state=0)
limit = train["income"].quantile(0.8)
train, test = map(lambda part: part.assign(income=part["income"].clip(upper=limit)), (train, test))
features = [part.drop(columns="label") for part in (train, test)]
scaler = StandardScaler().fit(features[0])
fitted, shown = map(scaler.transform, features)
model = LogisticRegression().fit(fitted, train["label"])
print(model.score(shown, test["label"]))
