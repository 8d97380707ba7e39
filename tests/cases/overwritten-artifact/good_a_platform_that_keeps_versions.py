# %%
import joblib
import pandas as pd
from sklearn.svm import SVC

train = pd.read_csv("/kaggle/input/churn/train.csv")
model = SVC().fit(train.drop(columns="y"), train["y"])
joblib.dump(model, "svc.joblib")
