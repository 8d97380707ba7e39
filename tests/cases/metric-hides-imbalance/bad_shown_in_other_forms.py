# %% In [1]
from collections import Counter

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split

one, two, three = pd.read_csv("one.csv"), pd.read_csv("two.csv"), pd.read_csv("three.csv")
four, five, six = pd.read_csv("four.csv"), pd.read_csv("five.csv"), pd.read_csv("six.csv")
one.groupby("late").size()
#> Out[1]: late
#> False    4510
#> True      212
#> dtype: int64

# %% In [2]
print(Counter(two["kind"]))
#> Counter({'ham': 4825, 'spam': 747})

# %% In [3]
target = three.iloc[:, -1].values
np.bincount(target)
#> Out[3]: array([970,  30])

# %% In [4]
print(f"rows: {len(four)}")
print(f"share of defaults: {100 * four['default'].mean():.1f} %")
#> rows: 5000
#> share of defaults: 8.3 %

# %% In [5]
five.describe()
#> Out[5]:                age       income       fraud
#> count   1000.000000  1000.000000  1000.000000
#> mean      41.200000   812.410000     0.031000
#> std       11.030000   120.220000     0.173404
#> min       18.000000   301.000000     0.000000
#> 50%       40.000000   800.000000     0.000000
#> max       80.000000  1500.000000     1.000000

# %% In [6]
classes, counts = np.unique(six["grade"], return_counts=True)
print(classes, counts)
np.unique(six["grade"], return_counts=True)
#> Out[6]: (array(['a', 'b', 'c'], dtype=object), array([801, 120,  79]))

# %% In [7]
model = LogisticRegression()
print(cross_val_score(model, one.drop(columns="late"), one["late"], scoring="accuracy"))  # <- here

# %% In [8]
print(cross_val_score(model, two[["length"]], two["kind"].map({"ham": 0, "spam": 1})))  # <- here

# %% In [9]
A, B, a, b = train_test_split(three.iloc[:, :-1].values, target, random_state=0)
print((model.fit(A, a).predict(B) == b).mean())  # <- here

# %% In [10]
C, D, c, d = train_test_split(four.drop(columns="default"), four["default"], random_state=0)
print(model.fit(C, c).score(D, d))  # <- here

# %% In [11]
E, F, e, f = train_test_split(five.drop(columns="fraud"), five["fraud"], stratify=five["fraud"], random_state=0)
print(np.mean(model.fit(E, e).predict(F) == f))  # <- here

# %% In [12]
print(cross_val_score(model, six.drop(columns="grade"), six["grade"]))  # <- here
