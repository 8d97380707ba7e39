# %% In [1]
total = 3
rate = 0.1

# %% In [2]
import json  # <- here
#> Out[2]: {'a': 1}

# %% In [3]
def double(x):  # <- here
    return 2 * x
#> Out[3]: 14

# %% In [4]
print("total", total)  # <- here
#> Out[4]: 14

# %% In [5]
json.dumps(  # <- here
    {"total": total});
#> Out[5]: '{"total": 3}'

# %% In [6]
"batch size: " + str(2**5)  # <- here
#> Out[6]: 'batch size: 64'

# %% In [7]
#> 42  # <- here

# %% In [8]
# json.dumps(total)  # <- here
#> 3

# %% In [9]
rate = 0.25
depth: int = 4
print("rate", rate, "depth", depth)  # <- here
print(json.dumps(total))
#> rate 0.1 depth 4
#> 3

# %% In [10]
print("first")
value = json.dumps(total)
print("second:", value)
print("the end")  # <- here
#> first
#> second: 3
#> done

# %% In [11]
rates = {"low": 0.1, "high": 0.3}
limits = (1, 5)  # <- here
#> {'low': 0.1}

# %% In [12]
def half(x):
    return x / 2  # <- here

half(total)
#> TypeError
#> Cell In[12], line 4
#>       1 def half(x):
#>       2     return x // 2
#> ----> 4 half(total)
#>
#> Cell In[12], line 2, in half(x)
#>       1 def half(x):
#> ----> 2     return x // 2
#>
#> TypeError: unsupported operand

# %% In [13]
double(total)  # <- here
#> Out[9]: 6

# %%
half(total)  # <- here
#> Out[3]: 1.5

# %% In [14]
double(8)
#> Out[14]: 16

# %% In [15]
for row in range(3):  # <- here
    double(row)
#> Out[15]: 4

# %% In [16]
print("train", 80)  # <- here
print("test", 20)
#> train 80
#> test 20
#> unseen 0
