# %% In [1]
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("members.csv")
df["newsletter"].value_counts(normalize=True)
#> Out[1]: newsletter
#> 0    0.93
#> 1    0.07
#> Name: proportion, dtype: float64

# %% In [2] another column
print(cross_val_score(LogisticRegression(), df[["age", "newsletter"]], df["renewed"]).mean())
#> 0.81

# %% In [3] the same column, cut in another way
wine = pd.read_csv("wine.csv")
wine["quality"].value_counts()
#> Out[3]: quality
#> 5    1200
#> 6     210
#> 7      90
#> Name: count, dtype: int64

# %% In [4]
wine["quality"] = wine["quality"].apply(lambda grade: 1 if grade > 4 else 0)
print(cross_val_score(LogisticRegression(), wine.drop(columns="quality"), wine["quality"]).mean())

# %% In [5] as many of each, before anything is scored
cards = pd.read_csv("cards.csv")
print(cards["Class"].value_counts())
#> 0    284315
#> 1       492
#> Name: Class, dtype: int64

# %% In [6]
fraud = cards[cards["Class"] == 1]
normal = cards[cards["Class"] == 0].sample(492, random_state=0)
even = pd.concat([fraud, normal]).sample(frac=1, random_state=0)
A, B, a, b = train_test_split(even.drop(columns="Class"), even["Class"], random_state=0)
print(LogisticRegression().fit(A, a).score(B, b))

# %% In [7] only the first of many
tags = pd.read_csv("tags.csv")
tags["tag"].value_counts().head(3)
#> Out[7]: python    900
#> java       60
#> ruby       40
#> Name: tag, dtype: int64

# %% In [8]
print(cross_val_score(LogisticRegression(), tags[["views"]], tags["tag"]).mean())

# %% In [9] a mean that is not shown, and a number that is not it
clicks = pd.read_csv("clicks.csv")
C, D, c, d = train_test_split(clicks[["hour"]], clicks["clicked"], random_state=0)
base = c.mean()
print(accuracy_score(d, LogisticRegression().fit(C, c).predict(D)))
#> 0.91

# %% In [10] a number, not a class
rents = pd.read_csv("rents.csv")
rents["rooms"].value_counts()
#> Out[10]: rooms
#> 2    900
#> 3     40
#> 4     10
#> Name: count, dtype: int64

# %% In [11]
print(cross_val_score(LinearRegression(), rents.drop(columns="rooms"), rents["rooms"]).mean())

# %% In [12] weights in one model of several
six = pd.read_csv("six.csv")
for model in (LogisticRegression(), LogisticRegression(C=10), LogisticRegression(class_weight="balanced")):
    print(cross_val_score(model, six[["a"]], six["b"]).mean())

# %% In [13] scored on rows that were made
more, truth = RandomOverSampler(random_state=0).fit_resample(df[["age"]], df["newsletter"])
E, F, e, f = train_test_split(more, truth, random_state=0)
print(LogisticRegression().fit(E, e).score(F, f))
