# What somebody makes of the scaled rows further down casts no doubt on what stands above.
import numpy as np
import pandas as pd
from elsewhere import mystery
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("people.csv")
Z = StandardScaler().fit_transform(df[["age", "income"]])  # <- here
Z_train, Z_test, y_train, y_test = train_test_split(Z, df["left"], random_state=0)
print(f1_score(y_test, LogisticRegression().fit(Z_train, y_train).predict(Z_test)))
again = np.repeat(mystery(Z_train), 2, axis=0)
