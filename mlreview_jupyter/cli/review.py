"""`nbreview PATH…`: find the files, settle the settings, review, show, and say how it went by the exit code."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ..model.plural import listed
from ..model.words import MISSING, UNMATCHED, Refused
from .codes import BLOCKED, FINE, NOTHING, UNREADABLE, USAGE
from .options import SUMMARY, Output, opened, outputs, parser
from .show import barred, on_terminal, put, save, say, shown, speaks_unicode, width

if TYPE_CHECKING:
    from ..decide import Around, Entry
    from ..model.examined import Examined
    from ..model.review import Reported, Review
    from ..model.settings import Settings
    from ..read import Found, Project, Search

MANY = 20  # files from which on a progress bar is worth its line


def review(words: list[str], names: Mapping[str, str] | None = None) -> int:
    """The command without a name. `names`: what a path is called in the report, where that is not the path."""
    made = parser()
    options = made.parse_args(opened(words))
    if not options.paths:
        made.print_help()
        return USAGE
    try:
        form, files = outputs(options.format, options.output)
    except ValueError as error:
        say(f"nbreview: {shown(str(error))}")
        return USAGE
    for output in files:
        if why := barred(output.path):
            say(f"nbreview: cannot write {shown(output.path)}: {why}")
            return USAGE
    return run(options, form, files, names or {})


def demo(words: list[str]) -> int:
    """Review the notebook that comes along."""
    made = argparse.ArgumentParser(
        "nbreview demo", description="Review the notebook that comes along: a churn model, wrong in several ways."
    )
    made.add_argument("--path", action="store_true", help="only say where the notebook lies")
    told, rest = made.parse_known_args(words)
    notebook = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "demo", "churn.ipynb")
    if told.path:
        print(notebook)
        return FINE
    return review([notebook, "--isolated", *rest], {notebook: "demo/churn.ipynb"})


def run(options: argparse.Namespace, form: str, files: list[Output], names: Mapping[str, str]) -> int:
    """Review what these options ask for, and show it."""
    # A review makes many small things that live as long as its file does: looking through them often costs more than
    # the review itself, and grows with its square. Loading the rooms makes many, too.
    gc.set_threshold(100_000, 20, 20)
    from .. import review as sentence
    from ..read import find_project, search
    from ..rules import find_rules

    sentence.DEBUG = options.debug
    try:
        settings = _settings(options)
        known = _before(settings) if options.write_baseline else None
        data = sys.stdin.buffer.read() if "-" in options.paths else None
        found = search([path for path in options.paths if path != "-"], settings.exclude)
        found.files = [one._replace(shown=names.get(one.path, one.shown)) for one in found.files]
        if data is None and not found.files and not found.missing:
            return _nothing(options, form, found)
        told, around = _reviewed(options, settings, found, data)
    except Refused as error:
        return _refuse(form, f"nbreview: {error}")
    result = sentence.conclude(told, find_rules(), around)
    for output in files:
        if not _saved(output, _rendered(output.form, result)):
            return USAGE
    if known is not None:
        from . import baseline

        project = find_project(found.files[0].path if found.files else ".")
        path = settings.baseline or baseline.BASELINE
        try:
            put(baseline.write(path, result, known, project, bool(settings.baseline) and options.baseline is None))
        except OSError as error:
            return _refuse(form, f"nbreview: {_cannot(path, error)}")
        return UNREADABLE if result.unread else FINE
    _print(form, result, options, files)
    return _code(result, options)


def _settings(options: argparse.Namespace) -> Settings:
    from ..settings import settle

    keys = ("select", "ignore", "exclude", "severity", "stage", "policy", "baseline")
    named = {key: value for key in keys if (value := getattr(options, key)) is not None}
    return settle(named, next((path for path in options.paths if path != "-"), "."), options.isolated)


def _before(settings: Settings) -> Mapping[str, Entry]:
    """The baseline that is about to be written anew, as it is now. Raises Refused where it must not be."""
    from . import baseline

    path = settings.baseline or baseline.BASELINE
    if why := barred(path):
        raise Refused(f"--write-baseline: cannot write {path}: {why}")
    return baseline.before(path)


def _reviewed(options: argparse.Namespace, settings: Settings, found: Search, data: bytes | None) -> tuple[list[Examined], Around]:
    from dataclasses import replace
    from glob import has_magic

    from ..decide import Around
    from ..read import find_checks, find_project, matches
    from ..review import TOOL, absent, look
    from ..rules import find_rules
    from ..settings import known, left_out

    first = found.files[0].path if found.files else "."
    project = find_project(first)
    examined = _files(options, found.files, project)
    given = {} if data is None else {_standard_input(options, data).shown: data}
    if data is not None:
        examined.append(look(_standard_input(options, data), find_rules(), project, data=data))
    examined += [absent(path, project, UNMATCHED if has_magic(path) else MISSING) for path in found.missing]
    notices = list(settings.notices)
    notices += left_out(found)
    if options.since:
        notices.append(f"only what changed since {options.since} decides")
    return examined, Around(
        settings=replace(settings, notices=tuple(notices)),
        checks=find_checks(os.path.dirname(os.path.abspath(first))),
        base=project.base,
        tool=TOOL,
        matches=matches,
        baseline={} if options.write_baseline else known(settings),
        changed=_since(options.since, project, given, found.files) if options.since else None,
        since=options.since or "",
    )


def _since(revision: str, project: Project, given: dict[str, bytes], files: list[Found]) -> Callable[[Reported, str], bool]:
    from ..read import index_of
    from ..since import Since

    return Since(revision, project, given, index_of(files))


def _files(options: argparse.Namespace, files: list[Found], project: Project) -> list[Examined]:
    """In this process where that is faster, else over several and from the cache."""
    from ..review import look_at_all
    from ..rules import find_rules

    if (len(files) == 1 and os.path.exists(files[0].path) and os.path.getsize(files[0].path) < 200_000) or options.debug:
        return look_at_all(files, find_rules(), project)
    from ..jobs import examine_all, worth_sharing

    if not worth_sharing(files):
        return look_at_all(files, find_rules(), project)
    from ..cache import Cache
    from ..crew import ended_by_term
    from .progress import watch

    jobs = options.jobs or os.cpu_count() or 1
    cache = None if options.no_cache else Cache(project.base)
    with ended_by_term(), watch(len(files) if len(files) >= MANY else 0) as progress:
        return examine_all(files, project, jobs, cache, progress)


def _standard_input(options: argparse.Namespace, data: bytes) -> Found:
    from ..read import Found

    notebook = data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] in (b"{", b"")
    name = options.stdin_name or f"stdin{'.ipynb' if notebook else '.py'}"
    if not name.endswith((".ipynb", ".py")):
        name += ".ipynb" if notebook else ".py"
    return Found(name, name, True)


def _refuse(form: str, reason: str, code: int = USAGE) -> int:
    """Say why there is no review; a program that waits for JSON gets that, too."""
    say(shown(reason))
    if form == "json":
        from ..report.json import refusal
        from ..review import TOOL

        put(refusal(TOOL, reason))
    return code


def _nothing(options: argparse.Namespace, form: str, found: Search) -> int:
    outside = f" (not followed: {listed(found.outside)})" if found.outside else ""
    reason = f"nothing to review in {', '.join(options.paths)}: no notebook (.ipynb) and no script (.py){outside}"
    return _refuse(form, reason, FINE if options.allow_empty else NOTHING)


def _rendered(form: str, result: Review) -> str | Iterable[str]:
    from importlib import import_module

    room = import_module(f"..report.{form}", __package__)
    made: str | Iterable[str] = room.pieces(result) if hasattr(room, "pieces") else room.render(result)
    return made


def _print(form: str, result: Review, options: argparse.Namespace, files: list[Output]) -> None:
    if form not in ("text", SUMMARY):
        put(_rendered(form, result))
        return
    from ..report import text

    if form == SUMMARY:
        put(text.summary(result, width(), speaks_unicode()))
    elif on_terminal():
        from ..report.paint import show

        show(result, sys.stdout, width(), speaks_unicode(), options.scorecard)
    else:
        put(text.render(result, width(), speaks_unicode(), options.scorecard))
    put("".join(f"wrote {shown(output.path)}\n" for output in files))


def _saved(output: Output, text: str | Iterable[str]) -> bool:
    try:
        save(output.path, text)
    except OSError as error:
        say(f"nbreview: {shown(_cannot(output.path, error))}")
        return False
    return True


def _cannot(path: str, error: OSError) -> str:
    return f"cannot write {path}: {(error.strerror or 'unknown reason').lower()}"


def _code(result: Review, options: argparse.Namespace) -> int:
    if result.unread:
        return UNREADABLE
    if result.decision == "BLOCK" or (options.strict and result.decision == "APPROVE WITH WARNINGS"):
        return BLOCKED
    if not any(cell.kind == "code" for file in result.files for cell in file.cells):
        return FINE if options.allow_empty else NOTHING
    return FINE
