import sys

from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

names = sys.argv[1].split(",")
state = {}
state["X"], state["y"] = load_iris(return_X_y=True)
state.update(zip(names, train_test_split(state["X"], state["y"], random_state=6)))
model = LogisticRegression().fit(state["X_train"], state["y_train"])
print(model.score(state["X_test"], state["y_test"]))
