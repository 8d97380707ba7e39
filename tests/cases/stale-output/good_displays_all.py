# %% In [1]
from IPython.core.interactiveshell import InteractiveShell

InteractiveShell.ast_node_interactivity = "all"

# %% In [2]
2 + 3
x = 4
#> Out[2]: 5
