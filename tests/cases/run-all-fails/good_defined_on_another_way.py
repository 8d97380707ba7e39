# %%
import asyncio
import atexit
import contextlib
import sys
from pathlib import Path

for number, path in enumerate(sorted(Path(".").glob("*.nothing"))):
    if number == 0:
        total = len(path.name)
    else:
        total = total + len(path.name)

# %%
try:
    raise RuntimeError
    print(unreached)
except RuntimeError:
    pass
with contextlib.suppress(NameError):
    print(not_there)
atexit.register(lambda: at_the_end())


def at_the_end():
    pass


class Named:
    def name(self):
        return __class__.__name__


print(Named().name(), len(sys.argv))
