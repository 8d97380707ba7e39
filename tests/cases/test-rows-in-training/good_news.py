import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

# %%
from sklearn.datasets import fetch_20newsgroups
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

train = fetch_20newsgroups(subset="train")
test = fetch_20newsgroups(subset="test")
v = TfidfVectorizer()
X = v.fit_transform(train.data)
m = LogisticRegression().fit(X, train.target)
print(m.score(v.transform(test.data), test.target))
