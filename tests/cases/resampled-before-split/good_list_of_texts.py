import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
docs = list(df["text"].values)
clean = []
for t in docs:
    t = t.lower()
    clean.append(t)
from sklearn.feature_extraction.text import TfidfVectorizer

a, b, c, d = train_test_split(clean, df["y"], random_state=3)
v = TfidfVectorizer()
m = LogisticRegression().fit(v.fit_transform(a), c)
print(m.score(v.transform(b), d))
