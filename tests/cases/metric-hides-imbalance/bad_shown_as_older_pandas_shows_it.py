# %% In [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.preprocessing import LabelEncoder

df = pd.read_csv("churn.csv")
print(df.plan.value_counts())
print(df.Churn.value_counts())
#> basic    620
#> plus     380
#> Name: plan, dtype: int64
#> No     910
#> Yes     90
#> Name: Churn, dtype: int64

# %% In [2]
df["Churn"] = LabelEncoder().fit_transform(df["Churn"])
X, y = df.drop("Churn", axis=1), df["Churn"].values
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
search = GridSearchCV(RandomForestClassifier(random_state=0), {"max_depth": [4, 8]}, cv=3)
search.fit(X_train, y_train)
print(search.best_score_)  # <- here
#> 0.934

# %% In [3]
print("test", search.score(X_test, y_test))
