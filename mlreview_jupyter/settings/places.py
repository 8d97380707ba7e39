"""Where settings stand: `.mlreview.toml` or `[tool.mlreview]` of a project, and a file in the user's own folder."""

from __future__ import annotations

import os
import sys
from typing import Any, NamedTuple

from ..model.words import Refused
from ..read import folders_above

LARGEST = 1_000_000


class SettingsError(Refused):
    """A setting that cannot be meant; the message names the file and the key."""


class Said(NamedTuple):
    """A table of settings, the file it stands in, and whether the reviewed repository said it."""

    table: dict[str, Any]
    file: str
    foreign: bool


def read_project(path: str) -> Said | None:
    """The nearest settings above a path, no further than its repository."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    for here in folders_above(os.path.abspath(folder)):
        own = _read(os.path.join(here, ".mlreview.toml"), False)
        if own is not None:
            return own
        shared = _read(os.path.join(here, "pyproject.toml"), True)
        if shared is not None:
            return shared
    return None


def read_user() -> Said | None:
    """The user's own settings."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    said = _read(os.path.join(home, "mlreview", "config.toml"), False)
    return said._replace(foreign=False) if said is not None else None


def _read(path: str, shared: bool) -> Said | None:
    """The table in a file, or None where there is none. In a file that others use too, it stands under `tool.mlreview`."""
    shown = os.path.relpath(path) if os.path.splitdrive(path)[0] == os.path.splitdrive(os.getcwd())[0] else path
    shown = path if shown.startswith("..") else shown
    try:
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise SettingsError(f"{shown}: {(error.strerror or 'cannot be read').lower()}") from None
    if shared and b"mlreview" not in data:
        return None
    if len(data) > LARGEST:
        raise SettingsError(f"{shown}: it is larger than {LARGEST // 1_000_000} MB")
    content = _parse(data, shown)
    if not shared:
        return Said(content, shown, True)
    tool = content.get("tool")
    table = tool.get("mlreview") if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise SettingsError(f"{shown}: tool.mlreview: a table is needed")
    return Said(table, shown, True)


def _parse(data: bytes, shown: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        content: dict[str, Any] = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError, OverflowError) as error:
        raise SettingsError(f"{shown}: it is not TOML: {str(error)[:120]}") from None
    return content
