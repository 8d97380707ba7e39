"""`python -m mlreview_jupyter.catalog [--check]`."""

import sys

from .compile import TARGET, fresh, render
from .load import load

if "--check" in sys.argv[1:]:
    if not fresh():
        sys.exit("catalog/compiled.py is not fresh: run python -m mlreview_jupyter.catalog")
else:
    TARGET.write_text(render(load()), encoding="utf-8")
