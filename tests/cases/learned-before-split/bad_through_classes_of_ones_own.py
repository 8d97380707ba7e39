# What an object learned is followed through super(), a property, a classmethod and the fields of a dataclass.
# %%
from dataclasses import dataclass
from functools import partial

import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import MaxAbsScaler, MinMaxScaler, RobustScaler, StandardScaler

df = pd.read_csv("d.csv")
y = df["y"]


# %%
class Base:
    def __init__(self, frame):
        self.frame = frame


class Derived(Base):
    def __init__(self, frame):
        super().__init__(StandardScaler().fit_transform(frame))


print(cross_val_score(Ridge(), Derived(df[["a"]]).frame, y))  # <- here


# %%
class Lazy:
    def __init__(self, frame):
        self.raw = frame

    @property
    def scaled(self):
        return MinMaxScaler().fit_transform(self.raw)

    @classmethod
    def of(cls, frame):
        return cls(RobustScaler().fit_transform(frame))


lazy = Lazy(df[["b"]])
print(cross_val_score(Ridge(), lazy.scaled, y))  # <- here
other = Lazy.of(df[["b"]])  # <- here
print(cross_val_score(Ridge(), other.raw, y))


# %%
@dataclass
class Parts:
    X: object
    y: object


parts = Parts(MaxAbsScaler().fit_transform(df[["a"]]), y)  # <- here
print(cross_val_score(Ridge(), parts.X, parts.y))


# %%
def scale(frame, how):
    return how.fit_transform(frame)  # <- here


standard = partial(scale, how=StandardScaler())
print(cross_val_score(Ridge(), standard(df[["a"]]), y))
