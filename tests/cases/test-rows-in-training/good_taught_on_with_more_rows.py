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
model.partial_fit(a[:300], ya[:300], classes=[0, 1])
model.partial_fit(a[300:], ya[300:])
print("test", model.score(b, yb))
model.partial_fit(b, yb)

# %%
full = TensorDataset(torch.as_tensor(X), torch.as_tensor(y))
train_part, test_part = random_split(full, [640, 160], generator=torch.Generator().manual_seed(1))
net = nn.Linear(16, 2)
steps = torch.optim.SGD(net.parameters(), 0.1)
for epoch in range(3):
    seen = 0
    for xb, yb in DataLoader(train_part, 32, shuffle=True):
        steps.zero_grad()
        out = net(xb)
        nn.functional.cross_entropy(out, yb).backward()
        steps.step()
        seen += (out.argmax(1) == yb).sum().item()
    print("train accuracy", seen / 640)
right = 0
for xb, yb in DataLoader(test_part, 160):
    right += (net(xb).argmax(1) == yb).sum().item()
print("held-out accuracy", right / 160)
