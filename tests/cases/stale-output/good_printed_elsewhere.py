# %% In [1]
import io
import sys

kept, sys.stdout = sys.stdout, io.StringIO()

# %% In [2]
print("into the file")
display(kept)
#> <stdout>
