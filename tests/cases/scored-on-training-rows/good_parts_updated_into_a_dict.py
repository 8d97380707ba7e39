from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

NAMES = ["X_train", "X_test", "y_train", "y_test"]
state = {}


def prepare():
    state["X"], state["y"] = load_iris(return_X_y=True)
    state.update(zip(NAMES, train_test_split(state["X"], state["y"], random_state=6)))


def run():
    model = LogisticRegression().fit(state["X_train"], state["y_train"])
    return accuracy_score(state["y_test"], model.predict(state["X_test"]))


prepare()
print(run())
