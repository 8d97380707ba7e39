# %%
totals = [t * 2 for t in range(4)]
try:
    int("x")
except ValueError as error:
    print("bad:", error)

# %%
print(type(error).__name__)  # <- here
print(t)  # <- here
