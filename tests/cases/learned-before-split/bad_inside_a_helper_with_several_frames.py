# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler


def prepare(frame, scaler=None):
    X = frame.drop(columns="y")
    if scaler is None:
        scaler = MinMaxScaler().fit(X)  # <- here
    return scaler.transform(X), scaler


# %%
df = pd.read_csv("data.csv")
X, scaler = prepare(df)
X_train, X_test, y_train, y_test = train_test_split(X, df["y"], random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
