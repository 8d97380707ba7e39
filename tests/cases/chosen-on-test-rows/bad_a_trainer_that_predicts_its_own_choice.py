# %%
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

reviews = load_dataset("reviews")
options = TrainingArguments("run", eval_strategy="steps", load_best_model_at_end=True)
network = AutoModelForSequenceClassification.from_pretrained("small")
trainer = Trainer(model=network, args=options, train_dataset=reviews["train"], eval_dataset=reviews["test"])
trainer.train()  # <- here
print("test", trainer.predict(reviews["test"]).metrics)
