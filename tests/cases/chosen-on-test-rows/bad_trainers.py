# %%
import numpy as np
import pytorch_lightning as pl
from datasets import load_dataset
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

data = load_dataset("imdb")
tokenizer = AutoTokenizer.from_pretrained("distilbert-base-uncased")
encoded = data.map(lambda one: tokenizer(one["text"], truncation=True), batched=True).remove_columns(["text"])

# %%
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
arguments = TrainingArguments(output_dir="out", eval_strategy="epoch", load_best_model_at_end=True)
trainer = Trainer(model=model, args=arguments, train_dataset=encoded["train"], eval_dataset=encoded["test"])
trainer.train()  # <- here
print(trainer.evaluate())

# %%
halves = load_dataset("imdb", split="train").train_test_split(test_size=0.2, seed=0)
again = Trainer(model, arguments, train_dataset=halves["train"], eval_dataset=halves["test"])
again.train()  # <- here
print(again.evaluate(halves["test"]))

# %%
train_loader = DataLoader(load_dataset("mnist", split="train"))
test_loader = DataLoader(load_dataset("mnist", split="test"))


class Lit(pl.LightningModule):
    def training_step(self, batch, number):
        return self(batch)


lit = Lit()
runner = pl.Trainer(max_epochs=10, callbacks=[EarlyStopping(monitor="val_loss", patience=3)])
runner.fit(lit, train_loader, test_loader)  # <- here
runner.test(lit, test_loader)

keeper = ModelCheckpoint(monitor="val_acc", mode="max")
runner = pl.Trainer(max_epochs=10, callbacks=[keeper])
runner.fit(lit, train_dataloaders=train_loader, val_dataloaders=test_loader)  # <- here
print(runner.test(dataloaders=test_loader, ckpt_path="best"))
