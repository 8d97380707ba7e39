# %%
import copy

import pandas as pd
import pytorch_lightning as pl
import torch
from datasets import load_dataset
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
from sklearn.model_selection import train_test_split
from tensorflow import keras
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset, random_split
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

df = pd.read_csv("one.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df[["a", "b"]].values, df["y"].values, random_state=0)
rest_set = TensorDataset(torch.tensor(X_rest).float(), torch.tensor(y_rest))
train_set, val_set = random_split(rest_set, [0.8, 0.2])
train_loader, val_loader = DataLoader(train_set, batch_size=32), DataLoader(val_set, batch_size=32)
test_loader = DataLoader(TensorDataset(torch.tensor(X_test).float(), torch.tensor(y_test)))


def score(model, loader):
    correct = 0
    for xb, yb in loader:
        correct += (model(xb).argmax(1) == yb).sum().item()
    return correct / len(loader.dataset)


# %% chosen by the validation part
net = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 2))
optimizer = optim.Adam(net.parameters())
criterion = nn.CrossEntropyLoss()
best, best_state = 0, None
for epoch in range(20):
    for xb, yb in train_loader:
        optimizer.zero_grad()
        criterion(net(xb), yb).backward()
        optimizer.step()
    accuracy = score(net, val_loader)
    if accuracy > best:
        best, best_state = accuracy, copy.deepcopy(net.state_dict())
net.load_state_dict(best_state)
print("test", score(net, test_loader))

# %% only watched
calm = nn.Linear(2, 2)
optimizer = optim.SGD(calm.parameters(), lr=0.1)
for epoch in range(20):
    for xb, yb in train_loader:
        loss = criterion(calm(xb), yb)
        loss.backward()
        optimizer.step()
    if epoch % 5 == 0:
        print(loss.item(), score(calm, test_loader))

# %% parts by their names
data = load_dataset("rotten_tomatoes")
arguments = TrainingArguments("out", load_best_model_at_end=True)
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
trainer = Trainer(model, arguments, train_dataset=data["train"], eval_dataset=data["validation"])
trainer.train()
print(trainer.evaluate(data["test"]))

plain = TrainingArguments("out", eval_strategy="epoch")
trainer = Trainer(model=model, args=plain, train_dataset=data["train"], eval_dataset=data["test"])
trainer.train()
print(trainer.evaluate())


# %%
class Lit(pl.LightningModule):
    pass


runner = pl.Trainer(callbacks=[EarlyStopping(monitor="val_loss"), ModelCheckpoint(monitor="val_loss")])
lit = Lit()
runner.fit(lit, train_loader, val_loader)
runner.test(lit, test_loader)
watching = pl.Trainer(callbacks=[ModelCheckpoint(dirpath="kept"), EarlyStopping(monitor="train_loss")])
watching.fit(lit, train_loader, test_loader)
watching.test(lit, test_loader)

# %% the best epoch of the validation part
network = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
history = network.fit(X_rest, y_rest, validation_split=0.2, epochs=30)
best_epoch = int(pd.Series(history.history["val_accuracy"]).idxmax()) + 1
final = keras.models.clone_model(network)
final.compile("adam", "binary_crossentropy")
final.fit(X_rest, y_rest, epochs=best_epoch)
print(final.evaluate(X_test, y_test))
