# A network learns at each step of its optimizer, from what it was called with.
# %%
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

rng = np.random.default_rng(0)
raw = torch.tensor(rng.normal(size=(300, 4)), dtype=torch.float32)
y = (raw[:, 0] > 0).long()


# %% written by hand, indices drawn
X = (raw - raw.mean(dim=0)) / raw.std(dim=0)  # <- here
order = torch.randperm(len(X))
first, rest = order[:200], order[200:]
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
criterion = nn.CrossEntropyLoss()
for epoch in range(5):
    optimizer.zero_grad()
    loss = criterion(net(X[first]), y[first])
    loss.backward()
    optimizer.step()
with torch.no_grad():
    print((net(X[rest]).argmax(1) == y[rest]).float().mean().item())


# %% a class of one's own, loaders, answers that are counted
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.out = nn.Linear(8, 2)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))


low, high = raw.min(), raw.max()  # <- here
whole = TensorDataset((raw - low) / (high - low), y)
train, valid, test = random_split(whole, [200, 50, 50], generator=torch.Generator().manual_seed(0))
model = Net().to("cpu")
steps = torch.optim.SGD(model.parameters(), lr=0.1)
for epoch in range(5):
    model.train()
    for xb, yb in DataLoader(train, batch_size=20, shuffle=True):
        steps.zero_grad()
        nn.functional.cross_entropy(model(xb), yb).backward()
        steps.step()
model.eval()
right = 0
with torch.no_grad():
    for xb, yb in DataLoader(test, batch_size=20):
        _, predicted = torch.max(model(xb), 1)
        right += (predicted == yb).sum().item()
print(right / len(test))
