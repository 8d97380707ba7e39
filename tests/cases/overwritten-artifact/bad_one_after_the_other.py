# %%
import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

# %%
joblib.dump(SVC().fit(X_train, y_train), "model.joblib")  # <- here

# %%
joblib.dump(LogisticRegression().fit(X_train, y_train), "model.joblib")  # <- here
