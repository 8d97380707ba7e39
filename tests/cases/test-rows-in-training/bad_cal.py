import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from sklearn.calibration import CalibratedClassifierCV
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss

df = pd.read_csv("a.csv")
a, t, c, u = train_test_split(df.drop(columns="y"), df["y"], random_state=0)
cal, b, cc, d = train_test_split(t, u, random_state=0)
gb = LogisticRegression().fit(a, c)
print(brier_score_loss(d, gb.predict_proba(b)[:, 1]))
k = CalibratedClassifierCV(gb, cv="prefit").fit(b, d)  # <- here
print(brier_score_loss(d, k.predict_proba(b)[:, 1]))
