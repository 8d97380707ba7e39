# %%
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, Normalizer, RobustScaler, StandardScaler

d = pd.read_csv("d.csv")
X, y = d.drop(columns=["y", "text"]), d["y"]

# %% a value that is written down
filled = SimpleImputer(strategy="constant", fill_value=-1).fit_transform(X)
a, b, c, e = train_test_split(filled, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, e))

# %% neither shifted nor scaled
same = StandardScaler(with_mean=False, with_std=False).fit_transform(X)
same = RobustScaler(with_centering=False, with_scaling=False).fit_transform(same)
a, b, c, e = train_test_split(same, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, e))

# %% words that were chosen before
counts = CountVectorizer(vocabulary=["good", "bad", "late"]).fit_transform(d["text"])
a, b, c, e = train_test_split(counts, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, e))

# %% inside others
gaps = make_pipeline(SimpleImputer(strategy="constant", fill_value=0), FunctionTransformer(np.log1p), Normalizer())
columns = ColumnTransformer([("gaps", gaps, ["p", "q"]), ("kind", SimpleImputer(strategy="constant", fill_value="none"), ["r"])])
a, b, c, e = train_test_split(columns.fit_transform(X), y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, e))
