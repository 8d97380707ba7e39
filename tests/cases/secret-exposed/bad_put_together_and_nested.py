# %%
import json

token = "FAKE8f3k92" + "ls7d6cQz51mVb0"  # <- here
api_key = "FAKE2b9xQ4" "tT7rWm1z8LkP"  # <- here
stored = json.loads('{"user": "ml", "password": "FAKE-hunter2-f00d"}')  # <- here
twice = json.dumps({"body": "{\"api_secret\": \"FAKE0a1b2c3d4e5f6071\"}"})  # <- here
note = "Login: admin, password: FAKE-Tr0ub4dor-3"  # <- here
headers = {"Authorization": "Bearer FAKE5tGb7yHn3eDc9iKm"}  # <- here
command = "curl -H 'X-Api-Key: FAKE1qAz2wSx3eDc4rFv' https://api.internal"  # <- here
