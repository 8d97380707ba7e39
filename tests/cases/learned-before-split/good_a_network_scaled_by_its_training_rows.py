# What a network is given was scaled by the training part alone.
# %%
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

rng = np.random.default_rng(0)
raw = torch.tensor(rng.normal(size=(300, 4)), dtype=torch.float32)
y = (raw[:, 0] > 0).long()
order = torch.randperm(len(raw))
first, rest = order[:200], order[200:]
print(raw.mean(), raw.std())


# %%
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))

    def forward(self, x):
        centred = x - x.mean(dim=1, keepdim=True)
        return self.layers(centred)


middle, spread = raw[first].mean(dim=0), raw[first].std(dim=0)
X = (raw - middle) / spread
model = Net()
steps = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()
for epoch in range(5):
    total = 0.0
    for xb, yb in DataLoader(TensorDataset(X[first], y[first]), batch_size=20, shuffle=True):
        steps.zero_grad()
        loss = criterion(model(xb), yb)
        loss.backward()
        steps.step()
        total += loss.item()
    print(epoch, total)
model.eval()
with torch.no_grad():
    print((model(X[rest]).argmax(1) == y[rest]).float().mean().item())
