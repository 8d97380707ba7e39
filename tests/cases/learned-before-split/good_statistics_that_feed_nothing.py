# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler

df = pd.read_csv("churn.csv")
print(df.describe(), df["age"].mean(), df.corr()["churned"].sort_values())
scaled = StandardScaler().fit_transform(df[["age", "fee"]])
print(scaled.mean(axis=0))
df["scaled_age"] = scaled[:, 0]

# %%
y = LabelEncoder().fit_transform(df["churned"])
X = pd.get_dummies(df[["age", "fee", "plan"]])
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
forest = RandomForestClassifier(random_state=0, n_estimators=len(df) // 10).fit(X_train, y_train)
print(forest.score(X_test, y_test))
