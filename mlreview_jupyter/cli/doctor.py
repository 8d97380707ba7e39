"""`nbreview doctor`: what is installed, which settings hold and where they were said, and what keeps something from working."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from .. import __version__
from ..model.plural import plural
from .codes import FINE, USAGE
from .show import on_terminal, put, say, shown, speaks_unicode

NEEDED = ("msgspec", "pathspec", "rich")


def doctor(words: list[str]) -> int:
    """Say it, and end with 2 where something is wrong."""
    if words:
        say("usage: nbreview doctor")
        return FINE if words in (["-h"], ["--help"]) else USAGE
    wrong: list[str] = []
    for line in (*_program(wrong), "", *_settings(wrong), "", *_surroundings(wrong)):
        put(line.rstrip() + "\n")
    put("\n" + ("".join(f"wrong: {one}\n" for one in wrong) or "nothing is wrong\n"))
    return USAGE if wrong else FINE


def _program(wrong: list[str]) -> Iterator[str]:
    from ..rules import find_rules

    yield f"nbreview      {__version__}"
    yield f"python        {platform.python_version()} ({sys.executable})"
    yield f"rules         {len(find_rules())}"
    for name in NEEDED:
        found = _version(name)
        if found is None:
            wrong.append(f"{name} is needed and not installed")
        yield f"{name:13} {found or 'missing'}"


def _settings(wrong: list[str]) -> Iterator[str]:
    from ..rules import find_rules
    from ..settings import SettingsError, choose, read_project, read_user

    try:
        project, user = read_project("."), read_user()
        chosen = choose([None, project, user], find_rules())
    except SettingsError as error:
        wrong.append(shown(str(error)))
        yield "settings      cannot be read"
        return
    for said in (project, user):
        if said is not None:
            yield f"settings      {shown(said.file)}"
    if project is None and user is None:
        yield "settings      none: everything is at its default (nbreview init writes a file to begin with)"
    for key, file in chosen.said_in:
        value = getattr(chosen.settings, key)
        told = [f"{one.rule} in {', '.join(one.paths)}" for one in value] if key == "allow" else value
        text = ", ".join(map(str, told)) if isinstance(told, list | tuple) else str(told)
        yield f"  {key:11} {shown(text)}   ({shown(file)})"
    for notice in chosen.settings.notices:
        yield f"  note        {shown(notice)}"


def _surroundings(wrong: list[str]) -> Iterator[str]:
    from ..cache import Cache, home

    cache = Cache("")
    entries = [entry.stat().st_size for entry in cache.entries()]
    size = f"{plural(len(entries), 'entry')}, {sum(entries) / 1_000_000:.1f} MB"
    if not cache.usable:
        size = "cannot be used: every file is looked at anew"
    yield f"cache         {shown(home())} ({size})"
    yield f"output        {'a terminal with colours' if on_terminal() else 'no colours'}, {sys.stdout.encoding}"
    if not speaks_unicode():
        yield "              (not UTF-8: other characters are spelled out)"
    from shutil import which

    yield f"git           {which('git') or 'not found: --since cannot be used'}"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
