# A layer that adapts, a data set of one's own, word vectors, a fitted line: each learned from all rows.
# %%
import numpy as np
import pandas as pd
import statsmodels.api as sm
import torch
from gensim.models import Word2Vec
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from tensorflow import keras
from tensorflow.keras import layers
from torch import nn
from torch.utils.data import DataLoader, Dataset, Subset

X, y = np.load("x.npy"), np.load("y.npy")
parts = dict(zip(("x_train", "x_test", "y_train", "y_test"), train_test_split(X, y, random_state=0)))

# %% in a list of layers, and put in afterwards
norm = layers.Normalization()
norm.adapt(X)  # <- here
net = keras.Sequential([norm, layers.Dense(8), layers.Dense(1)])
net.compile("adam", "mse")
net.fit(parts["x_train"], parts["y_train"])
print(net.evaluate(parts["x_test"], parts["y_test"]))

# %% called one after the other
scale = layers.Normalization()
scale.adapt(X)  # <- here
inputs = keras.Input(shape=(4,))
outputs = layers.Dense(1)(layers.Dense(8)(scale(inputs)))
chain = keras.Model(inputs, outputs)
chain.compile("adam", "mse")
chain.fit(parts["x_train"], parts["y_train"])
print(chain.evaluate(parts["x_test"], parts["y_test"]))


# %%
class Readings(Dataset):
    def __init__(self, x, y):
        self.x, self.y = (x - x.mean(0)) / x.std(0), y

    def __len__(self):
        return len(self.y)

    def __getitem__(self, i):
        return self.x[i], self.y[i]


order = np.random.default_rng(0).permutation(len(X))
readings = Readings(torch.as_tensor(X), torch.as_tensor(y))  # <- here
first, rest = Subset(readings, order[:600]), Subset(readings, order[600:])
line = nn.Linear(4, 2)
steps = torch.optim.SGD(line.parameters(), lr=0.1)
for xb, yb in DataLoader(first, batch_size=20):
    steps.zero_grad()
    nn.functional.cross_entropy(line(xb), yb).backward()
    steps.step()
right = 0
for xb, yb in DataLoader(rest, batch_size=20):
    right += (line(xb).argmax(1) == yb).sum().item()
print(right / len(rest))

# %%
texts = pd.read_csv("texts.csv")
tokens = texts["text"].str.split().tolist()
words = Word2Vec(tokens, vector_size=50, seed=1)  # <- here
vectors = np.array([np.mean([words.wv[w] for w in t if w in words.wv] or [np.zeros(50)], axis=0) for t in tokens])
a, b, ya, yb = train_test_split(vectors, texts["label"], random_state=0)
print(SVC().fit(a, ya).score(b, yb))

# %%
homes = pd.read_csv("homes.csv")
features, price = homes.drop(columns="price"), homes["price"]
tells = sm.OLS(price, sm.add_constant(features)).fit().pvalues  # <- here
chosen = features[tells[tells < 0.05].index]
a, b, ya, yb = train_test_split(chosen, price, random_state=0)
print(LinearRegression().fit(a, ya).score(b, yb))
