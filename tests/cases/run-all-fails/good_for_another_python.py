# %%
import sys
from typing import TYPE_CHECKING

text = "a,b"
if sys.version_info < (3, 0):
    text = unicode(text)
if sys.version_info[0] == 2:
    input = raw_input
if TYPE_CHECKING:
    from nowhere import Thing

    kept: Thing
print(text)
