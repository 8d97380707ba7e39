"""The settings of one call of the command, and the baseline that they name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ..decide import BaselineError, Entry, read_baseline
from ..model.settings import Settings
from ..read import Unreadable, read_bytes
from ..rules import find_rules
from .load import choose
from .places import Said, SettingsError, read_project, read_user


def settle(named: Mapping[str, Any], first: str, isolated: bool) -> Settings:
    """What was named on the command line, then what surrounds the first path."""
    line = Said(dict(named), "the command line", False)
    if isolated:
        return choose([line], find_rules(), {}).settings
    return choose([line, read_project(first if os.path.exists(first) else "."), read_user()], find_rules()).settings


def known(settings: Settings) -> Mapping[str, Entry]:
    """The findings of the baseline: id → entry."""
    if not settings.baseline:
        return {}
    try:
        return read_baseline(read_bytes(settings.baseline).decode("utf-8"))
    except (Unreadable, UnicodeDecodeError, BaselineError) as error:
        raise SettingsError(f"{settings.baseline}: {error}") from None
