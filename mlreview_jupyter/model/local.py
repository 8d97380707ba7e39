"""A path that holds on one machine only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .program import Place


class Whose(str, Enum):
    """What kind of path it is."""

    HOME = "home"  # in somebody's home folder
    DRIVE = "drive"  # on a drive with a letter
    SHARE = "share"  # on a server of one network
    CLOUD = "cloud"  # in somebody's cloud drive, mounted into the notebook
    ROOT = "root"  # another folder at the root of one machine


@dataclass(frozen=True, slots=True)
class LocalPath:
    """Where it is written, and `others` in the same statement. Not `certain`: only its name tells that it is a path."""

    text: str
    whose: Whose
    place: Place
    others: tuple[tuple[str, Place], ...] = ()
    certain: bool = True
