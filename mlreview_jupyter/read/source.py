"""The bytes of a file, only if it is an ordinary file, and the text that they spell."""

import os
import re
import stat

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


def read_json_text(path: str) -> str:
    """The text of a notebook: UTF-8, or UTF-16/32 where a byte order mark says so."""
    data = read_bytes(path)
    if not data.strip():
        raise Unreadable("it is empty")
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode(data, name)
    return _decode(data, "utf-8")


def read_python_text(path: str) -> str:
    """The text of a script: UTF-8, or Latin-1 where its first lines declare it. Other encodings are refused."""
    data = read_bytes(path)
    if data.startswith(b"\xef\xbb\xbf"):
        return _decode(data, "utf-8-sig")
    for line in data.split(b"\n", 2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie and cookie.group(1).lower().replace(b"_", b"-") in (b"latin-1", b"iso-8859-1", b"iso-latin-1", b"cp1252"):
            return _lines(data.decode("latin-1"))
    return _lines(_decode(data, "utf-8"))


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not {encoding.removesuffix('-sig').upper()} text (byte {error.start})") from None


def _lines(text: str) -> str:
    """One kind of line end, as Python's own reader does it; the number of lines stays."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
