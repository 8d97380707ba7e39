from __future__ import annotations

# %%
import os

for entry in sorted(os.listdir(".")) or ["none.csv"]:
    if entry:
        path = entry
        break
print(path)

# %%
tries = 0
while True:
    try:
        number = int("3")
        break
    except ValueError:
        tries += 1
print(number)

# %%
for i, letter in enumerate("abc"):
    if letter == "b":
        spot = i
        break
else:
    raise SystemExit
print(spot)


# %%
def f(other: Later) -> Later:
    return other


class Later:
    pass


print(f(Later()))
if __name__ != "__main__":
    print(not_there)
