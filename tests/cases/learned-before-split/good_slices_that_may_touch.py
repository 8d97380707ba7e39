# Label slices may share a row; that is a question to the split, not to the vectoriser inside the pipeline.
# %%
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline

df = pd.read_csv("reviews.csv")
X_train, y_train = df.loc[:25000, "review"].values, df.loc[:25000, "sentiment"].values
X_test, y_test = df.loc[25000:, "review"].values, df.loc[25000:, "sentiment"].values
search = GridSearchCV(Pipeline([("words", TfidfVectorizer()), ("model", LogisticRegression())]), {"model__C": [1, 10]})
search.fit(X_train, y_train)
best = search.best_estimator_
print(best.score(X_test, y_test))
