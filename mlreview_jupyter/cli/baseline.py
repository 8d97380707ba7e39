"""`--write-baseline`: a review → the file of findings that do not decide from now on."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from ..decide import BaselineError, Entry, read_baseline, renew_baseline
from ..model.plural import plural
from ..model.review import Review
from ..model.words import Refused
from ..read import Project, Unreadable, read_bytes
from ..rules import find_rules
from .show import replace_file, shown

BASELINE = "mlreview-baseline.json"


def before(path: str) -> Mapping[str, Entry]:
    """What the file holds now; nothing where there is none. Raises Refused where it is not a baseline of ours."""
    if not os.path.lexists(path):
        return {}
    try:
        return read_baseline(read_bytes(path).decode("utf-8"))
    except (Unreadable, UnicodeDecodeError, BaselineError):
        raise Refused(f"--write-baseline: {path} exists and is no baseline of this version, so it is not replaced") from None


def write(path: str, result: Review, old: Mapping[str, Entry], project: Project, named: bool) -> str:
    """Write it, whole or not at all, and say how it went. `named`: the configuration names this file already. Raises OSError."""
    renewed = renew_baseline(result, old, {rule.id for rule in find_rules()}, _there(project))
    replace_file(path, renewed.text)
    does = "does" if renewed.entries == 1 else "do"
    how = "" if named else f", with --baseline {shown(path)}"
    told = f"wrote {shown(path)}: {plural(renewed.entries, 'finding')} that {does} not decide from now on{how}\n"
    if old:
        changes = f"{renewed.added} added, {renewed.removed} removed"
        if renewed.kept:
            changes += f", {renewed.kept} kept of what was not asked about now"
        told += f"  {changes}\n"
    return told


def _there(project: Project) -> Callable[[str], bool]:
    """Does a file of an entry exist? Where there is no root, or it lies outside, it is named from where we stand."""
    return lambda file: os.path.lexists(file) or (project.root is not None and os.path.lexists(os.path.join(project.root, file)))
