# %%
import copy

import numpy as np
import pandas as pd
import torch
import torch.nn.functional as F
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]].values, df["y"].values, random_state=0)
train_set = TensorDataset(torch.tensor(X_train).float(), torch.tensor(y_train))
test_set = TensorDataset(torch.tensor(X_test).float(), torch.tensor(y_test))
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
test_loader = DataLoader(test_set, batch_size=32)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.one, self.two = nn.Linear(2, 8), nn.Linear(8, 2)

    def forward(self, x):
        return self.two(F.relu(self.one(x)))


# %% the epoch with the least loss on the test part
net = Net()
criterion = nn.CrossEntropyLoss()
optimizer = optim.Adam(net.parameters(), lr=1e-3)
best_loss = float("inf")
for epoch in range(50):
    net.train()
    for xb, yb in train_loader:
        optimizer.zero_grad()
        loss = criterion(net(xb), yb)
        loss.backward()
        optimizer.step()
    net.eval()
    total = 0.0
    with torch.no_grad():
        for xb, yb in test_loader:
            total += criterion(net(xb), yb).item()
    if total < best_loss:  # <- here
        best_loss = total
        torch.save(net.state_dict(), "best.pt")
net.load_state_dict(torch.load("best.pt"))
print("test", (net(test_set.tensors[0]).argmax(1) == test_set.tensors[1]).float().mean())


# %% by functions of one's own, and a count of the right ones
def train(model, loader, opt):
    for xb, yb in loader:
        loss = F.cross_entropy(model(xb), yb)
        opt.zero_grad()
        loss.backward()
        opt.step()


def test(model, loader):
    model.eval()
    correct = 0
    with torch.no_grad():
        for xb, yb in loader:
            predicted = model(xb).argmax(dim=1)
            correct += (predicted == yb).sum().item()
    return correct / len(loader.dataset)


second = Net()
opt = optim.SGD(second.parameters(), lr=0.1)
best_accuracy, best_weights = 0, None
for epoch in range(20):
    train(second, train_loader, opt)
    accuracy = test(second, test_loader)
    if accuracy > best_accuracy:  # <- here
        best_accuracy = accuracy
        best_weights = copy.deepcopy(second.state_dict())
print("best accuracy", best_accuracy)


# %% an object that says when to stop
class Patience:
    def __init__(self, patience=5):
        self.patience, self.count, self.best, self.stop = patience, 0, None, False

    def __call__(self, value):
        if self.best is None or value < self.best:
            self.best, self.count = value, 0
        else:
            self.count += 1
            self.stop = self.count >= self.patience


third = Net()
opt = optim.SGD(third.parameters(), lr=0.1)
patience = Patience()
for epoch in range(100):
    train(third, train_loader, opt)
    value = 1 - test(third, test_loader)
    patience(value)  # <- here
    if patience.stop:
        break
print(test(third, test_loader))
