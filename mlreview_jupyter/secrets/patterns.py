"""The source of a regular expression → the expression, compiled when it is first needed: most texts need few of them."""

import re
from functools import cache


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled expression."""
    return re.compile(source, flags)
