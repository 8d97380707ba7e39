# %% In [1]
import this
#> The Zen of Python, by Tim Peters

# %% In [2]
import sys
sys.stdout.write("no print here\n");
#> no print here

# %% In [3]
print("step", 1)
print()
print("sum:", 1_000 * 1e-6, 0x19, end="!\n")
#> step 1
#>
#> sum: 0.001 25!

# %% In [4]
sum = 7
print("sum", sum)
#> sum 7

# %% In [5]
for k in range(3):
    print("row", k)
last = [print("item", i) for i in range(2)]
#> row 0
#> row 1
#> row 2
#> item 0
#> item 1

# %% In [6]
class Config:
    print("reading defaults")
    depth = 3
#> reading defaults

# %% In [7]
count = 1
for _ in range(2):
    count += 1
print("count", count)
#> count 3

# %% In [8]
def reset():
    global count
    count = 0

# %% In [9]
count = 5
reset()
print("count", count)
#> count 0

# %% In [10]
name = "x"
f"{name!r:>5}|{2/3:.2f}"
#> Out[10]: "  'x'|0.67"

# %% In [11]
%time total = sum + 1
#> CPU times: user 3 us, sys: 0 ns, total: 3 us

# %% In [12]
"""A note to the reader."""
#> Out[12]: 'A note to the reader.'

# %% In [13]
reset()  # half;
#> Out[13]: 3

# %% In [14]
int("nine")
#> ValueError
#> Cell In[14], line 1
#> ----> 1 int("nine")
#>
#> ValueError: invalid literal for int() with base 10: 'nine'
