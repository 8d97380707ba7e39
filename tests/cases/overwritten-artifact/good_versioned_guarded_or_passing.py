# %%
import os
import sys
import time
import uuid
import joblib
import pickle
import tempfile
import torch
from sklearn.svm import SVC

model = SVC().fit(X_train, y_train)

# %%
joblib.dump(model, "svc_v2.joblib")
joblib.dump(model, "models/2024-05-01/svc.joblib")
joblib.dump(model, "runs/17/svc.joblib")
joblib.dump(model, "svc-4f2a9c1.joblib")
joblib.dump(model, f"svc-{time.strftime('%Y%m%d')}.joblib")
joblib.dump(model, "svc-" + str(uuid.uuid4()) + ".joblib")
joblib.dump(model, os.path.join(os.environ["OUT"], "svc.joblib"))
joblib.dump(model, sys.argv[1])
joblib.dump(model, os.path.join(tempfile.mkdtemp(), "svc.joblib"))
joblib.dump(model, "/tmp/svc.joblib")
joblib.dump(model, "/opt/ml/model/svc.joblib")

# %%
if not os.path.exists("svc.joblib"):
    joblib.dump(model, "svc.joblib")
with open("svc.pkl", mode="xb") as file:
    pickle.dump(model, file)
if better:
    joblib.dump(model, "best.joblib")

# %%
pickle.dump({"accuracy": 0.9}, open("scores.pkl", "wb"))
pickle.dump(X_train, open("train.pkl", "wb"))
joblib.dump(SVC(), "empty.joblib")
frame.to_csv("predictions.csv")


# %%
class Net(torch.nn.Module):
    def forward(self, x):
        return x


net = Net()
for epoch in range(10):
    train(net)
    torch.save(net.state_dict(), "net.pt")
torch.save({"epoch": 3, "net": net.state_dict()}, "checkpoint.pt")
