import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
people = pd.DataFrame({"patient": np.arange(90), "risk": rng.normal(size=90)})
people["ill"] = (people["risk"] > 0).astype(int)
scans = people.loc[np.repeat(people.index, 6)].reset_index(drop=True)
scans["x"] = scans["risk"] + rng.normal(0, 0.1, len(scans))
a, b, ya, yb = train_test_split(scans[["x"]], scans["ill"], random_state=0)  # <- here
print(LogisticRegression().fit(a, ya).score(b, yb))
