# %%
import ftplib
import os

from sqlalchemy import create_engine

os.environ["MLFLOW_TRACKING_PASSWORD"] = "FAKE-Tr4ck-9x1"  # <- here
settings = {"user": "ml", "db_password": "FAKE-Winter-26!"}  # <- here
passwort = "FAKE-Gehe1m-4d"  # <- here
contraseña = "FAKE-Hol4-7b"  # <- here

# %%
ftp = ftplib.FTP("files.internal")
ftp.login("me", "FAKE-q7x4-m2k9")  # <- here
engine = create_engine("oracle://ml:FAKE-0racle-9@ora.internal:1521/risk")  # <- here
line = "Server=tcp:db.internal;Uid=ml;Pwd=FAKE-S3rv-1a2b;"  # <- here
app = create_engine("sqlite://", connect_args=dict(secret_key="FAKE8f3kFAKE92lsFAKE7d6c"))  # <- here
