# %%
import pandas as pd

X = pd.DataFrame({"a": [1.0, 2.0]})
X = sc.fit_transform(X)  # <- here
total = reduce(lambda a, b: a + b, [1, 2])  # <- here
