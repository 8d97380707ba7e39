# %%
import os
import pickle
import joblib
import torch
from pathlib import Path
from sklearn.model_selection import GridSearchCV
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

FOLDER = Path("models")
scaler = StandardScaler().fit(X_train)
model = SVC().fit(scaler.transform(X_train), y_train)
search = GridSearchCV(SVC(), {"C": [1, 10]}).fit(X_train, y_train)

# %%
joblib.dump({"scaler": scaler, "columns": columns}, FOLDER / "scaler.joblib")  # <- here
pickle.dump((scaler, model), open(os.path.join("models", "both.pkl"), "wb"))  # <- here
with open("resnet50.pkl", "wb") as file:
    pickle.dump(search.best_estimator_, file)  # <- here


# %%
def save(thing, name):
    joblib.dump(thing, f"models/{name}.joblib")  # <- here


save(model, "svc")


# %%
class Net(torch.nn.Module):
    def forward(self, x):
        return x


net = Net()
torch.save(net.state_dict(), "net.pt")  # <- here

# %%
from tensorflow import keras
from xgboost import XGBClassifier

dense = keras.Sequential([keras.layers.Dense(1)])
dense.fit(X_train, y_train)
dense.save("dense.keras")  # <- here
XGBClassifier().fit(X_train, y_train).save_model("boost.json")  # <- here

# %%
for name, one in {"a": SVC(), "b": SVC()}.items():
    one.fit(X_train, y_train)
    joblib.dump(one, "last.joblib")  # <- here
