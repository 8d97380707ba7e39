# %%
import sys


class Quick:
    def run(self, rows):
        return rows[:1]


class Careful:
    def run(self, rows):
        return rows


if len(sys.argv) > 5:
    worker = Quick()
else:
    worker = Careful()

# %%
print(worker.run([1, 2, 3]))
