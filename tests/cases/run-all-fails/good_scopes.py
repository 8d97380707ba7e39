# %%
class Grid:
    n = 3
    cells = [0] * n

    def size(self):
        return len(self.cells) + later()


def later():
    return 1


print(Grid().size())
squares = [[row * column for column in range(row)] for row in range(3)]
pick = lambda value, k=len(squares): value * k
if (m := pick(2)) > 3:
    message = f"{m:>{len(squares)}}"
for i in range(3):
    pass
print(i, m, *(x for x in squares))
try:
    1 / 0
except ZeroDivisionError as error:
    text = str(error)
print(text)
