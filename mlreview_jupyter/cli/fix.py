"""`nbreview fix PATH…`: find the files, mend each, show the difference or write it, and say how it went by the exit code."""

from __future__ import annotations

import argparse
import gc
from difflib import get_close_matches
from glob import has_magic

from ..decide import Around
from ..fix import Kind, Mend, Mended, Refused, cleared, diff, mend, offers, rules_of, write
from ..model.plural import plural
from ..model.words import MISSING, UNMATCHED
from ..read import Found, Project, Unreadable, find_project, matches, read_bytes, search
from ..report.inert import inert
from ..rules import find_rules, names
from ..settings import SettingsError, known, left_out, settle
from .codes import BLOCKED, FINE, UNREADABLE, USAGE
from .show import put, say, shown

FEW = 5  # cells of one file whose clearing is told one by one
ABOUT = """\
Shows the fixes of the findings as a diff; --write applies them. A cell that is fixed has not run: its outputs and its count are
cleared. Fixes after which the program does something else (a seed, a leak's cure) need --unsafe. What is allowed or stands
in the baseline is not fixed."""
CODES = "exit codes: 0 nothing to do, or written; 1 something can be fixed; 2 wrong usage; 3 a file could not be read or written"


def parser() -> argparse.ArgumentParser:
    """Of this command."""
    made = argparse.ArgumentParser("nbreview fix", description=ABOUT, epilog=CODES, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("paths", nargs="+", metavar="PATH", help="a notebook, a script, a folder, or a pattern")
    made.add_argument("--write", action="store_true", help="apply the fixes")
    made.add_argument("--rule", metavar="RULE", action="append", default=[], help="only what this rule found; may be given several times")
    made.add_argument("--unsafe", action="store_true", help="also fixes after which the program does something else")
    made.add_argument("--isolated", action="store_true", help="read no configuration of the project or the user")
    return made


def fix(words: list[str]) -> int:
    """Show the fixes, or apply them."""
    options = parser().parse_args(words)
    gc.set_threshold(100_000, 20, 20)  # many small things live as long as their file does
    try:
        return _Run(options).all()
    except SettingsError as error:
        say(f"nbreview fix: {shown(str(error))}")
        return USAGE


class _Run:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.rules = frozenset(map(_rule, options.rule))
        if "-" in options.paths:
            raise SettingsError("what comes from standard input cannot be fixed: name the file")
        self.settings = settings = settle({}, options.paths[0], options.isolated)
        self.around = Around(settings=settings, matches=matches, baseline=known(settings))
        self.found = search(options.paths, settings.exclude)
        self.made = self.files = self.more = self.refused = self.troubles = 0

    def all(self) -> int:
        for notice in (*self.settings.notices, *left_out(self.found)):
            say(f"Settings: {shown(notice)}")
        for path in self.found.missing:
            self._trouble(f"Cannot read {path}: {UNMATCHED if has_magic(path) else MISSING}")
        project = find_project(self.found.files[0].path) if self.found.files else Project(None)
        for found in self.found.files:
            self._one(found, project)
        for line in self._sum():
            put(line + "\n")
        if self.troubles:
            return UNREADABLE
        return BLOCKED if self.made and not self.options.write else FINE

    def _one(self, found: Found, project: Project) -> None:
        kind: Kind = "notebook" if found.path.lower().endswith(".ipynb") else "script"
        try:
            old = read_bytes(found.path)
            if kind == "script" and not found.path.lower().endswith((".py", ".pyw")):
                raise Unreadable("it is neither a notebook (.ipynb) nor a script (.py)")
            mended = mend(
                old, kind, lambda data: offers(data, found, find_rules(), project, self.around), self._wanted, self.options.unsafe
            )
            if mended.data != old and self.options.write:
                write(found.path, mended.data, old)
        except Unreadable as error:
            self._trouble(f"Cannot read {found.shown}: {error}")
            return
        except Refused as error:
            self._trouble(f"Not fixed: {found.shown}: {error}")
            return
        self.more += mended.unsafe
        if mended.data != old:
            self._show(found, kind, old, mended)
        self.refused += len(mended.refused)
        for one, why in mended.refused:
            put(inert(f"Not fixed: {found.shown} {one.place.words()} ({one.rule}): {why}") + "\n")

    def _wanted(self, one: Mend) -> bool:
        return not self.rules or one.rule in self.rules

    def _show(self, found: Found, kind: Kind, old: bytes, mended: Mended) -> None:
        self.made += len(mended.made)
        self.files += 1
        if not self.options.write:
            put(diff(found.shown, kind, old, mended.data, mended.made))
            return
        put(inert(f"{found.shown}: {plural(len(mended.made), 'fix')} written ({rules_of(mended.made)})") + "\n")
        lines = cleared(kind, old, mended.data)
        for line in lines if len(lines) <= FEW else [f"outputs and counts of {len(lines)} cells are cleared"]:
            put(f"  {line}\n")

    def _sum(self) -> list[str]:
        lines = []
        if not self.found.files and not self.found.missing:
            lines.append("nothing to fix: no notebook (.ipynb) and no script (.py)")
        elif not (self.made or self.more or self.refused or self.troubles):
            lines.append(f"nothing to fix in {plural(len(self.found.files), 'file')}")
        elif self.made and not self.options.write:
            lines.append(
                f"{plural(self.made, 'fix')} in {plural(self.files, 'file')}; --write applies {'it' if self.made == 1 else 'them'}"
            )
        if self.more:
            offered = f"{self.more} more" if self.made else plural(self.more, "fix")
            lines.append(f"{offered} with --unsafe: after {'it' if self.more == 1 else 'them'} the program does something else")
        return lines

    def _trouble(self, line: str) -> None:
        self.troubles += 1
        say(shown(line))


def _rule(name: str) -> str:
    every = names()
    wanted = name.strip().lower().replace("_", "-")
    if wanted in every:
        return every[wanted]
    near = get_close_matches(wanted, every, 1)
    raise SettingsError(f"no rule is called {name}" + (f"; did you mean {near[0]}?" if near else "; nbreview rules lists them"))
