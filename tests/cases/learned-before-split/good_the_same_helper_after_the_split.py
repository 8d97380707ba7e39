# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler


def prepare(frame, scaler=None):
    X = frame.drop(columns="y")
    if scaler is None:
        scaler = MinMaxScaler().fit(X)
    return scaler.transform(X), scaler


# %%
train, test = train_test_split(pd.read_csv("data.csv"), random_state=0)
X_train, scaler = prepare(train)
X_test, _ = prepare(test, scaler)
print(LogisticRegression().fit(X_train, train["y"]).score(X_test, test["y"]))
