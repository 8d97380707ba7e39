# %%
import json

print(json.dumps({"a": 1}))
print("done")
#> {"a": 1}

# %%
x = json.loads("[1]")
#> [1]
