import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

rng = np.random.default_rng(0)
words = {"good": np.array(["fine", "great", "so"]), "bad": np.array(["poor", "awful", "so"])}
kinds = rng.choice(["good", "bad"], 300)
reviews = pd.DataFrame({"text": [" ".join(rng.choice(words[kind], 6)) for kind in kinds]})
reviews["good"] = reviews["text"].str.contains("great")
X_train, X_test, y_train, y_test = train_test_split(reviews["text"], reviews["good"], random_state=0)
model = make_pipeline(CountVectorizer(), LogisticRegression()).fit(X_train, y_train)
print(model.score(X_test, y_test))
