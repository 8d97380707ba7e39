# %%
import joblib
import mlflow
from sklearn.svm import SVC

with mlflow.start_run():
    model = SVC().fit(X_train, y_train)
    joblib.dump(model, "svc.joblib")
    mlflow.log_artifact("svc.joblib")
