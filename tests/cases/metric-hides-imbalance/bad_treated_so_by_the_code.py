# %%
import pandas as pd
import xgboost as xgb
from imblearn.over_sampling import SMOTE
from keras.layers import Dense
from keras.models import Sequential
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

# %% made rows, in the training part alone
one = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(one.drop(columns="left"), one["left"], random_state=0)
more, truth = SMOTE(random_state=0).fit_resample(X_train, y_train)
forest = RandomForestClassifier().fit(more, truth)
print(accuracy_score(y_test, forest.predict(X_test)))  # <- here

# %% weights
two = pd.read_csv("two.csv")
A, B, a, b = train_test_split(two.drop(columns="ill"), two["ill"], random_state=0)
print(SVC(class_weight={0: 1, 1: 12}).fit(A, a).score(B, b))  # <- here
three = pd.read_csv("three.csv")
C, D, c, d = train_test_split(three.drop(columns="ill"), three["ill"], random_state=0)
print(xgb.XGBClassifier(scale_pos_weight=(c == 0).sum() / (c == 1).sum()).fit(C, c).score(D, d))  # <- here

# %% a network
four = pd.read_csv("four.csv")
E, F, e, f = train_test_split(four.drop(columns="ill").values, four["ill"].values, random_state=0)
network = Sequential([Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
network.fit(E, e, epochs=5, class_weight={0: 1.0, 1: 9.0})
print(network.evaluate(F, f))  # <- here
