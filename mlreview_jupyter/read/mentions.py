"""The bytes of a notebook or script → the names of data files that it may write, without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .source import Unreadable, read_bytes

# A file without any call of such a name writes nothing that another one reads.
_SIGNS = (b".to_", b"save", b"dump", b"write", b"export", b"store")
_CALLED = re.compile(rb"\w{0,60}\s{0,9}\(")
_ENDING = re.compile(
    rb"\.(?:csv|tsv|txt|parquet|pq|pkl|pickle|p|joblib|feather|ftr|arrow|npy|npz|h5|hdf5?|jsonl?|ndjson|xlsx?|dta|sav|pt|pth|dill|model|bin|dat"
    rb"|orc|skops|db|sqlite3?)(?:\.(?:gz|bz2|xz|zip|zst|lz4|z))?(?=\\?[\"'])"
)
# A text that such a call begins with, whatever it ends in.
_GIVEN = re.compile(rb"\s{0,99}[rfRF]{0,2}\\?[\"']([^\"'\\\n]{1,200})\\?[\"']")
# What stands before a name that is only read.
_READS = re.compile(rb"(?:\bread_\w+|\bscan_\w+|\bload\w*|\bgenfromtxt|\bfromfile|\bopen)\s*\([^()\n]{0,80}$")
_READS_IT = re.compile(rb"\\?[\"']\s*,\s*(?:mode\s*=\s*)?\\?[\"'](?:[wax]|r\+)")
_FROM = re.compile(rb"\bfrom[ \t]{1,9}\.{0,2}([A-Za-z_][A-Za-z_0-9.]{0,99})[ \t]{1,9}$")
_MODULE = re.compile(rb"[ \t]{0,9}([A-Za-z_][A-Za-z_0-9.]{0,99})")
BY = "import:"  # stands before a module, by whose names a file writes
LONG = 200  # bytes of a name with its folders
MOST = 200  # names of one file


def mentions(path: str) -> tuple[str, ...]:
    """The names that the file at a path may write; none of what cannot be read."""
    try:
        return mentioned(read_bytes(path))
    except Unreadable:
        return ()


def mentioned(data: bytes) -> tuple[str, ...]:
    """Each name as it is written down, with the folders that stand before it; `*` stands for what is put in when it runs. Behind `BY`, modules that it imports."""
    calls = list(_calls(data))
    imported = tuple(f"{BY}{name}" for name in _imported(data))
    if not calls:
        return imported
    found = dict.fromkeys(_text(given.group(1)) for end in calls[:MOST] if (given := _GIVEN.match(data, end)))
    for match in _ENDING.finditer(data):
        if len(found) >= MOST:
            break
        begin = _begin(data, match.start())
        if begin < match.start() and not _only_read(data, begin, match.end()):
            found[_text(data[begin : match.end()])] = None
    return (*found, *imported)


def _imported(data: bytes) -> dict[str, None]:
    """The modules that it imports: what one of them writes, it writes."""
    found: dict[str, None] = {}
    at = data.find(b"import ")
    while at >= 0 and len(found) < MOST:
        named = _FROM.search(data, max(0, at - LONG), at) or _MODULE.match(data, at + len(b"import "))
        if named:
            found[named.group(1).decode("ascii").replace(".", "/")] = None
        at = data.find(b"import ", at + 1)
    return found


def _calls(data: bytes) -> Iterator[int]:
    """Where the arguments of each call begin that may write something."""
    for sign in _SIGNS:
        at = data.find(sign)
        while at >= 0:
            at += len(sign)
            called = _CALLED.match(data, at)
            if called:
                yield called.end()
            at = data.find(sign, at)


def _begin(data: bytes, end: int) -> int:
    """Where the text begins that ends here: behind its quote."""
    low = max(0, end - LONG)
    quote = max(data.rfind(b'"', low, end), data.rfind(b"'", low, end))
    line = max(data.rfind(b"\n", low, end), low - 1)
    return max(quote, line) + 1


def _only_read(data: bytes, begin: int, end: int) -> bool:
    """Is the name handed to what reads it, and not opened for writing?"""
    before = _READS.search(data, max(0, begin - 120), begin)
    if before is None:
        return False
    return not (before.group().startswith(b"open") and _READS_IT.match(data, end))


def _text(raw: bytes) -> str:
    text = raw.decode("utf-8", "replace").replace("\\\\", "/").replace("\\", "/")
    return re.sub(r"\{[^{}]*\}|%[sd]|%\(\w+\)[sd]", "*", text)
