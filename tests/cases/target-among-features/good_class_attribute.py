import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

df = pd.read_csv("loans.csv")

class Job:
    def __init__(self, frame, target):
        self.y = frame[target]
        self.X = frame.drop(target, axis=1)
    def run(self):
        return cross_val_score(LogisticRegression(), self.X, self.y).mean()
print(Job(df, "default").run())
