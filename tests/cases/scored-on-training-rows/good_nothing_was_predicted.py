# %%
import pandas as pd
import statsmodels.api as sm
from sklearn.cluster import KMeans
from sklearn.ensemble import IsolationForest
from sklearn.metrics import classification_report, silhouette_score
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import KernelDensity

data = pd.read_csv("cards.csv")
X, truth = data.drop(columns="fraud"), data["fraud"]

# %% groups, densities
groups = KMeans(4).fit(X)
print(groups.inertia_, silhouette_score(X, groups.labels_), groups.score(X))
print(KernelDensity().fit(X).score(X), GaussianMixture(3).fit(X).score(X))

# %% what is odd was learned without the answers
odd = IsolationForest(random_state=0).fit(X).predict(X)
print(classification_report(truth, odd == -1))

# %% inference
print(sm.OLS(data["amount"], sm.add_constant(data[["age"]])).fit().summary())
