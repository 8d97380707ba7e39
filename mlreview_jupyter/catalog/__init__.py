"""What library calls mean, as data: TOML that anyone can read, and one compiled table that starts in a millisecond.

`python -m mlreview_jupyter.catalog` compiles; `--check` tells whether the table is fresh.
"""
