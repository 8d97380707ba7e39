"""The bytes of a file, only if it is an ordinary file, and the text that they spell."""

import codecs
import os
import re
import stat
from typing import NamedTuple

LARGEST = 256 * 1024 * 1024
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


class Unreadable(Exception):
    """The file had to be reviewed and cannot be; the message says why, in words for its owner."""


def read_bytes(path: str) -> bytes:
    """All bytes of an ordinary file. A pipe, a device or a socket is refused, and never waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Unreadable("no such file") from None
    except OSError as error:
        raise Unreadable((error.strerror or "cannot be opened").lower()) from None
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("it is a directory, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is not an ordinary file")
        if status.st_size > LARGEST:
            raise Unreadable(f"it is larger than {LARGEST // 1024 // 1024} MB")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read()
    except OSError as error:
        raise Unreadable((error.strerror or "cannot be read").lower()) from None
    finally:
        os.close(handle)


class Encoded(NamedTuple):
    """A text as it lies on disk: its characters with the line ends they have there, and what spells them as bytes."""

    text: str
    encoding: str
    mark: bytes

    def data(self, text: str) -> bytes:
        """The bytes of another text in the same encoding, with the same byte order mark. Raises UnicodeEncodeError."""
        return self.mark + text.encode(self.encoding)


def read_json_text(path: str) -> str:
    """The text of a notebook file."""
    return json_text(read_bytes(path))


def json_text(data: bytes) -> str:
    """The text of a notebook."""
    return json_encoded(data).text


def json_encoded(data: bytes) -> Encoded:
    """The text of a notebook: UTF-8, or UTF-16 where a byte order mark says so."""
    if not data.strip():
        raise Unreadable("it is empty")
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _decoded(data, name, mark)
    return _decoded(data, "utf-8")


def read_python_text(path: str) -> str:
    """The text of a script file, with one kind of line end."""
    return python_text(read_bytes(path))


def python_text(data: bytes) -> str:
    """The text of a script, with one kind of line end as Python's own reader has it; the number of lines stays."""
    return python_encoded(data).text.replace("\r\n", "\n").replace("\r", "\n")


def python_encoded(data: bytes) -> Encoded:
    """The text of a script: UTF-8, or Latin-1 where its first lines declare it. Other encodings are refused."""
    if data.startswith(codecs.BOM_UTF8):
        return _decoded(data, "utf-8", codecs.BOM_UTF8)
    for line in data.split(b"\n", 2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie and cookie.group(1).lower().replace(b"_", b"-") in (b"latin-1", b"iso-8859-1", b"iso-latin-1", b"cp1252"):
            return _decoded(data, "latin-1")
    return _decoded(data, "utf-8")


def _decoded(data: bytes, encoding: str, mark: bytes = b"") -> Encoded:
    try:
        return Encoded(str(memoryview(data)[len(mark) :], encoding), encoding, mark)
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not {encoding.upper()} text (byte {error.start + len(mark)})") from None
