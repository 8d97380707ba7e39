"""The words that `nbreview` understands."""

from __future__ import annotations

import argparse
import re
from typing import NamedTuple

from .. import __version__
from ..model.words import POLICIES, SEVERITIES, STAGES

FORMATS = ("text", "json", "sarif", "github", "gitlab", "markdown", "executive", "junit", "html")
SUMMARY = "summary"
BY_ENDING = {
    ".json": "json",
    ".sarif": "sarif",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xml": "junit",
    ".txt": "text",
}
ABOUT = "Can the result of this notebook be trusted? nbreview reads notebooks, scripts and folders of both; it never runs them."
MORE = """\
examples:
  nbreview train.ipynb                         one notebook
  nbreview notebooks/ 'src/**/*.py'            everything below a folder, and what a pattern matches
  nbreview . --since main                      only what changed since main decides
  nbreview . --output report.html --output scan.sarif
                                               one review, several reports; the ending tells the form
  nbreview . --write-baseline                  begin today: what is there now does not block
  nbreview . --format github --output r.sarif  GitHub's annotations are printed, the file is SARIF
  cat train.ipynb | nbreview -                 from standard input

more commands:
  nbreview explain RULE     what a rule finds, why it hurts, what to do instead
  nbreview rules            all rules, a line each
  nbreview fix PATH         show the fixes as a diff; --write applies them
  nbreview init             configuration, pre-commit hook, CI workflow
  nbreview demo             review the notebook that comes along
  nbreview doctor           what is installed, which settings hold
  nbreview completion SHELL completion for bash, zsh or fish

A folder that is called like a command needs ./ before it; a name that begins with - needs -- before it.

exit codes: 0 approved, perhaps with warnings; 1 blocked; 2 wrong usage or configuration;
3 a file could not be read; 4 there was nothing to review; the first that holds of 2, 3, 1, 4, 0."""


class Output(NamedTuple):
    """A report that goes to a file."""

    form: str
    path: str


def parser() -> argparse.ArgumentParser:
    """Of the review itself."""
    made = argparse.ArgumentParser(
        "nbreview", usage="nbreview PATH… [options]", description=ABOUT, epilog=MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help="a notebook, a script, a folder, a pattern, or - for standard input")
    made.add_argument("--version", action="version", version=f"nbreview {__version__}")

    what = made.add_argument_group("what is asked")
    what.add_argument("--select", metavar="RULES", type=_names, help="only these rules or areas (leakage,repro,…)")
    what.add_argument("--ignore", metavar="RULES", type=_names, help="all but these rules or areas")
    what.add_argument("--since", metavar="REV", help="findings count where something changed since this git revision")
    what.add_argument("--baseline", metavar="FILE", help="findings that stand in this file do not decide")
    what.add_argument(
        "--write-baseline",
        action="store_true",
        help="write today's findings into that file (default: the one of the configuration, else mlreview-baseline.json)",
    )
    what.add_argument("--exclude", metavar="PATTERNS", type=_names, help="leave out files of a folder, as .gitignore would")
    what.add_argument("--stdin-name", metavar="NAME", default="", help="what standard input is called in the report")

    how = made.add_argument_group("how it is judged")
    how.add_argument("--stage", choices=STAGES, help="how far the work has come (default: told from what it does)")
    how.add_argument("--policy", choices=POLICIES, help="what blocks: strict, standard (the default), lenient, advisory")
    how.add_argument("--strict", action="store_true", help="exit with 1 on warnings, too")
    how.add_argument("--allow-empty", action="store_true", help="exit with 0 where there is nothing to review (for hooks)")

    show = made.add_argument_group("how it is shown")
    show.add_argument("--format", choices=FORMATS, metavar="FORM", help=f"what is printed, one of {', '.join(FORMATS)}")
    show.add_argument(
        "--output",
        metavar="[FORM:]FILE",
        action="append",
        default=[],
        help=f"write a report there; may be given several times. Its form is FORM, else what the ending says ({', '.join(BY_ENDING)}), "
        "else that of --format",
    )
    show.add_argument("--severity", choices=SEVERITIES, help="show findings from here on; all of them decide")
    show.add_argument("--scorecard", action="store_true", help="show the checklist item by item, too (text)")

    run = made.add_argument_group("how it runs")
    run.add_argument("--jobs", metavar="N", type=_count, default=0, help="processes for many files (default: one a core)")
    run.add_argument("--no-cache", action="store_true", help="look at every file anew")
    run.add_argument("--isolated", action="store_true", help="read no configuration of the project or the user")
    run.add_argument("--debug", action="store_true", help="let faults of nbreview itself through, with their traceback")
    return made


def opened(words: list[str]) -> list[str]:
    """The same words, `--write-baseline=FILE` in two: alone it takes no value, or the path behind it would be one."""
    end = words.index("--") if "--" in words else len(words)
    name = "--write-baseline="
    parted = [[name[:-1], f"--baseline={word[len(name) :]}"] if word.startswith(name) else [word] for word in words[:end]]
    return [word for pair in parted for word in pair] + words[end:]


def outputs(form: str | None, given: list[str]) -> tuple[str, list[Output]]:
    """The form of what is printed, and the reports that go to files. Raises ValueError with what is wrong.

    A file says its form itself, before its name or by its ending. A single one that does not has that of `--format`; in
    all other cases that is what is printed. Where nobody asks for one, and a report goes to a file, a summary is printed.
    """
    told = []
    taken = False
    for one in given:
        named, colon, path = one.partition(":")
        if colon and named in FORMATS and path:
            told.append(Output(named, path))
            continue
        guessed = BY_ENDING.get(one[one.rfind(".") :].lower() if "." in one else "")
        if guessed is None and form is not None and len(given) == 1:
            guessed, taken = form, True
        if guessed is None:
            raise ValueError(f"--output {one}: which form? Name it, as in --output sarif:{one}, or end the name in {', '.join(BY_ENDING)}")
        told.append(Output(guessed, one))
    if form is None or taken:
        return (SUMMARY if told else "text"), told
    return form, told


def _names(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,3}", text) or not 0 < int(text) <= 256:
        raise argparse.ArgumentTypeError(f"a number from 1 to 256 is needed, not {text!r}")
    return int(text)
