# %%
import os
from getpass import getpass

api_key = "<YOUR_API_KEY>"
aws_secret_access_key = "****************************************"
password = getpass()
token = os.environ["HF_TOKEN"]
secret_name = "prod/db/password"
db_password = "DB_PASSWORD"
secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:risk-Ab12Cd"
password_file = "/run/secrets/db_password_2024"
token_url = "https://login.example.com/oauth2/v2/token"
url = "postgresql://user:password@localhost:5432/test"
own = f"postgresql://{os.environ['U']}:{password}@db.internal/risk"
test_key = "1234567890abcdef1234567890abcdef"
SECRET_KEY = "change-me-in-production-2024"
client_secret = "your-256-bit-secret"

# %%
if password == "":
    raise ValueError("password: must hold 8 characters, 1 digit")
