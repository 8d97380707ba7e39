import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
state = {"y": loans["late"]}
state["X"] = PCA(4).fit_transform(loans.drop(columns="late"))  # <- here
state.update(zip(("X_train", "X_test", "y_train", "y_test"), train_test_split(state["X"], state["y"], random_state=6)))
model = LogisticRegression().fit(state["X_train"], state["y_train"])
print(model.score(state["X_test"], state["y_test"]))
