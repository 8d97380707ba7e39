# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.svm import SVC

data = pd.read_csv("claims.csv")
X, y = data.drop(columns="fraud"), data["fraud"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

# %% a search over all rows, although it validates inside
search = GridSearchCV(SVC(), {"C": [1, 10]}, cv=3)
search.fit(X, y)  # <- here
print("test", search.score(X_test, y_test))


# %% in a function, beside an honest score
def save(model):
    print("cv", cross_val_score(model, X_train, y_train).mean())
    model.fit(X, y)  # <- here
    print("test", model.score(X_test, y_test))
    model.fit(X_train, y_train)


save(LogisticRegression())
