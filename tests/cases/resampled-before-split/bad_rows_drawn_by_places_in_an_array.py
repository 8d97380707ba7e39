import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
rare = np.array(loans.loc[loans["late"] == 1].index)
loans = pd.concat([loans, loans.loc[np.random.choice(rare, 500)]])  # <- here
X_train, X_test, y_train, y_test = train_test_split(loans.drop(columns="late"), loans["late"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
