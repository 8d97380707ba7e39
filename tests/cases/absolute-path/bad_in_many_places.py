# %%
import os, sys, glob
import numpy as np
import pandas as pd
from pathlib import Path

sys.path.append("/home/kdahl/lib/tools")  # <- here
sys.path.insert(0, "/srv/tools")  # <- here
os.chdir("/data/churn")  # <- here
files = glob.glob("/scratch/kdahl/*.csv")  # <- here
base = Path("/mnt/ssd/churn") / "2024"  # <- here
with open("file:///home/kdahl/notes/a.txt") as file:  # <- here
    pass

# %%
ROOT = "/data/churn/"  # <- here
train = pd.read_csv(ROOT + "train.csv")
config = {
    "train": "/Users/kdahl/churn/train.csv",  # <- here
    "test": "/Users/kdahl/churn/test.csv",
}
def load(path="D:/churn/train.csv"):  # <- here
    return pd.read_csv(path)

image = cv2.imread("/datasets/cats/1.png")  # <- here
weights = torch.load(f"/home/kdahl/models/{name}.pt")  # <- here
frame = MyDataset(root_dir="/datasets/cats/train")  # <- here
DATA_DIR = "/media/kdahl/disk/churn"  # <- here
frame.to_csv("/nas/out/churn.csv")  # <- here
shared = r"\\fileserver\team\churn.csv"  # <- here

# %%
%cd /data/churn  # <- here
!cp /home/kdahl/churn/train.csv .  # <- here
!unzip -q "/content/drive/MyDrive/churn/data.zip"  # <- here
files = !ls /Users/kdahl/churn/  # <- here

# %%
train = pd.read_csv("/content/drive/My Drive/churn/train.csv")  # <- here
