# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

people = pd.read_csv("people.csv")
train, test = train_test_split(people, random_state=0)
limit = people["income"].quantile(0.8)  # <- here
train, test = map(lambda part: part.assign(income=part["income"].clip(upper=limit)), (train, test))
model = LogisticRegression().fit(train.drop(columns="label"), train["label"])
print(model.score(test.drop(columns="label"), test["label"]))

# %%
middle = people["age"].median()  # <- here
fill = lambda part, value: part.assign(age=part["age"].fillna(value))
train, test = list(map(fill, [train, test], [middle, middle]))
model = LogisticRegression().fit(train.drop(columns="label"), train["label"])
print(model.score(test.drop(columns="label"), test["label"]))
