# %%
exec("ratio = 3 / 4")
globals()["depth"] = 5
print(ratio + depth)

# %%
try:
    import fast_json_missing as fast_json
except ImportError:
    fast_json = None
if fast_json is None:
    def dump(value): return repr(value)
else:
    def dump(value): return fast_json.dumps(value)
print(dump([1]), __name__)
