# %%
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.preprocessing import MinMaxScaler

d = pd.read_csv("d.csv")
X_train, X_test, y_train, y_test = train_test_split(d.drop(columns="y"), d["y"], random_state=0)

# %% the folds compare, the test part tells
gaps, scaler = SimpleImputer().fit(X_train), MinMaxScaler()
X_train = scaler.fit_transform(gaps.transform(X_train))
X_test = scaler.transform(gaps.transform(X_test))
means = [cross_val_score(LogisticRegression(C=one), X_train, y_train, cv=5).mean() for one in (0.1, 1, 10)]
best = (0.1, 1, 10)[int(np.argmax(means))]
print(means, LogisticRegression(C=best).fit(X_train, y_train).score(X_test, y_test))

# %% a search does the same
search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1, 10]}, cv=5).fit(X_train, y_train)
print(search.best_score_, search.score(X_test, y_test))
