# %% In [1]
from IPython.display import clear_output

print("training")
clear_output()
print("done")
#> done

# %% In [2]
print("step 1", end="\r")
print("step 2", end="\r")
#> step 2
