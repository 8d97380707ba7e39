# A fit replaces what one's own transformer learned before, and a fold works with a copy of it.
# %%
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline


class Center(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.mean_ = X.mean()
        return self

    def transform(self, X):
        return X - self.mean_


df = pd.read_csv("d.csv")
X, y = df[["a", "b"]], df["y"]
pipe = make_pipeline(Center(), Ridge())
pipe.fit(X, y)
print(pipe.predict(X.head(1)))

# %%
print(cross_val_score(pipe, X, y))
a, b, c, d = train_test_split(X, y, random_state=0)
pipe.fit(a, c)
print(pipe.score(b, d))
