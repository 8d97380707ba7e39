import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split, cross_val_score, KFold
df = pd.read_csv("loans.csv")

from sklearn.compose import ColumnTransformer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
y = df["default"]
train, test, y_train, y_test = train_test_split(df, y, random_state=0)
model = make_pipeline(ColumnTransformer([("num", StandardScaler(), ["age", "income"])]), LogisticRegression())
model.fit(train, y_train)
print(model.score(test, y_test))
