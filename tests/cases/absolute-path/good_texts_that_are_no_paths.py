# %%
"""See /home/kdahl/readme.md for the data."""
import os, re
import pandas as pd
import requests

API_PATH = "/api/v1/predict"
HOME_ROUTE = "/home/user/profile"
XPATH = "/html/body/div/table"
time_pattern = r"t:\d+"
print("/home/kdahl/churn/train.csv")
if os.getcwd() == "/home/kdahl/churn":
    pass
name = path.replace("/home/kdahl/", "")
found = re.match("/home/kdahl/(.*)", path)
requests.get(base + "/data/items")
url = "https://example.com" + "/data/train.csv"
value = pd.read_hdf("store.h5", key="/group/frame")
raise ValueError("/home/kdahl/x.csv is missing")

# %%
@app.route("/home/about/team")
def about():
    return redirect("/home/index")

# %%
frame = pd.read_csv("/kaggle/input/churn/train.csv")
frame = pd.read_csv("/content/sample_data/california.csv")
frame = pd.read_csv("/opt/ml/input/data/train.csv")
frame = pd.read_csv("/home/jovyan/work/train.csv")
frame = pd.read_csv("/path/to/train.csv")
frame = pd.read_csv("https://example.com/home/user/train.csv")
frame = pd.read_csv("s3://bucket/home/train.csv")
frame = pd.read_csv(os.path.expanduser("~/churn/train.csv"))
frame = pd.read_csv(root + "/real/train.csv")
frame = pd.read_csv(f"{root}/home/train.csv")
frame.to_csv("/tmp/train.csv")
frame = pd.read_csv(f"/home/{user}/train.csv")
pattern = r"\\d+\\w+"
font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
null = open("/dev/null", "w")

# %%
!cp train.csv /tmp/
!wget https://example.com/home/user/a/train.csv
%cd /content
!ls ~/churn
!pip install x > /dev/null
