# The same, learned from the training rows, or from texts of others.
# %%
import gensim.downloader
import numpy as np
import pandas as pd
import statsmodels.api as sm
import torch
from gensim.models import Word2Vec
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from tensorflow import keras
from tensorflow.keras import layers
from torch import nn
from torch.utils.data import DataLoader, Dataset, Subset

X, y = np.load("x.npy"), np.load("y.npy")
parts = dict(zip(("x_train", "x_test", "y_train", "y_test"), train_test_split(X, y, random_state=0)))

# %%
norm = layers.Normalization()
norm.adapt(parts["x_train"])
net = keras.Sequential()
net.add(norm)
net.add(layers.Dense(1))
net.compile("adam", "mse")
net.fit(parts["x_train"], parts["y_train"])
print(net.evaluate(parts["x_test"], parts["y_test"]))


# %%
class Readings(Dataset):
    def __init__(self, x, y, mean, spread):
        self.x, self.y = (x - mean) / spread, y

    def __len__(self):
        return len(self.y)

    def __getitem__(self, i):
        return self.x[i], self.y[i]


order = np.random.default_rng(0).permutation(len(X))
raw = torch.as_tensor(X)
mean, spread = raw[order[:600]].mean(0), raw[order[:600]].std(0)
readings = Readings(raw, torch.as_tensor(y), mean, spread)
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
glove = gensim.downloader.load("glove-wiki-gigaword-50")
vectors = np.array([np.mean([glove[w] for w in t if w in glove] or [np.zeros(50)], axis=0) for t in tokens])
a, b, ya, yb = train_test_split(vectors, texts["label"], random_state=0)
print(SVC().fit(a, ya).score(b, yb))

# %%
others = Word2Vec(pd.read_csv("others.csv")["text"].str.split().tolist(), seed=1)
means = np.array([np.mean([others.wv[w] for w in t if w in others.wv], axis=0) for t in tokens])
a, b, ya, yb = train_test_split(means, texts["label"], random_state=0)
print(SVC().fit(a, ya).score(b, yb))

# %%
homes = pd.read_csv("homes.csv")
a, b, ya, yb = train_test_split(homes.drop(columns="price"), homes["price"], random_state=0)
line = sm.OLS(ya, sm.add_constant(a)).fit()
print(line.pvalues)
print(r2_score(yb, line.predict(sm.add_constant(b))))
