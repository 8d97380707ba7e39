# What goes on learning keeps what it had learned: the test part is among it.
# %%
import numpy as np
import torch
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

X, y = np.load("x.npy"), np.load("y.npy")
a, b, ya, yb = train_test_split(X, y, random_state=0)
model = SGDClassifier(random_state=0)
model.partial_fit(a, ya, classes=[0, 1])
model.partial_fit(b, yb)  # <- here
print("test", model.score(b, yb))

# %%
full = TensorDataset(torch.as_tensor(X), torch.as_tensor(y))
train_part, test_part = random_split(full, [640, 160], generator=torch.Generator().manual_seed(1))
net = nn.Linear(16, 2)
steps = torch.optim.SGD(net.parameters(), 0.1)
for xb, yb in DataLoader(full, 32, shuffle=True):
    steps.zero_grad()
    nn.functional.cross_entropy(net(xb), yb).backward()
    steps.step()  # <- here
right = 0
for xb, yb in DataLoader(test_part, 160):
    right += (net(xb).argmax(1) == yb).sum().item()
print("held-out accuracy", right / 160)
