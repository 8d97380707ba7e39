# Archives, workbooks and loaders that bring several things by their names: what is called a test part is one of its own.
import numpy as np
import pandas as pd
from data import load_data, path_of
from sklearn.linear_model import Ridge

d = np.load("splits.npz")
print(Ridge().fit(d["x_train"], d["y_train"]).score(d["x_test"], d["y_test"]))
with np.load("mnist.npz") as data:
    print(Ridge().fit(data["x_train"], data["y_train"]).score(data["x_test"], data["y_test"]))
e = np.load("d.npy", allow_pickle=True).item()
print(Ridge().fit(e["x_train"], e["y_train"]).score(e["x_test"], e["y_test"]))
s = pd.read_excel("d.xlsx", sheet_name=None)
print(Ridge().fit(s["train"][["a"]], s["train"]["y"]).score(s["test"][["a"]], s["test"]["y"]))
f = np.load(path_of("mnist"))
print(Ridge().fit(f["x_train"], f["y_train"]).score(f["x_test"], f["y_test"]))
g = load_data()
print(Ridge().fit(g["X_train"], g["y_train"]).score(g["X_test"], g["y_test"]))
print(Ridge().fit(g.X_train, g.y_train).score(g.X_test, g.y_test))
