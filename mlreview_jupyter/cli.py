"""`nbreview`: parse the words, call the review, show it, and end with the code that tells how it went."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from . import __version__

BLOCKED, USAGE, UNREADABLE, NOTHING = 1, 2, 3, 4
HELP = """\
Reviews notebooks, scripts and folders of both: can their result be trusted?

  nbreview train.ipynb             review one notebook
  nbreview notebooks/ src/         review everything below two folders
  nbreview demo                    review the notebook that comes along
  nbreview explain RULE            what a rule finds, why it hurts, what to do instead
  nbreview rules                   all rules, a line each

Exit codes: 0 approved, perhaps with warnings; 1 blocked; 2 wrong usage; 3 a file could not be read;
4 there was nothing to review."""


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = COMMANDS.get(words[0]) if words else None
    try:
        if command is not None:
            return command(words[1:])
        return _review(words)
    except BrokenPipeError:  # `nbreview … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _review(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        "nbreview", usage="nbreview PATH… [--format text|json]", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a notebook, a script, or a folder")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people (the default) or JSON for programs")
    parser.add_argument("--version", action="version", version=f"nbreview {__version__}")
    options = parser.parse_args(words)
    if not options.paths:
        parser.print_help()
        return USAGE
    return run(options.paths, options.format)


def run(paths: Sequence[str], style: str = "text") -> int:
    """Review these paths and print the result."""
    # A review makes many small things that live as long as its file does: looking through them often costs more than
    # the review itself, and grows with its square. Loading the rooms makes many, too.
    gc.set_threshold(100_000, 20, 20)
    from .read import find
    from .review import review

    files, missing = find(paths)
    if not files and not missing:
        print(f"nothing to review in {', '.join(map(_shown, paths))}: no notebook (.ipynb) and no script (.py)", file=sys.stderr)
        return NOTHING
    result = review(files, missing=missing)
    if style == "json":
        from .report.json import render as to_json

        _write(to_json(result))
    else:
        from .report.text import render as to_text

        terminal = sys.stdout.isatty()
        width = max(60, min(os.get_terminal_size().columns, 110)) if terminal else None
        _write(to_text(result, width, _speaks_unicode()))
    if result.unread:
        return UNREADABLE
    if result.decision == "BLOCK":
        return BLOCKED
    if not any(cell.kind == "code" for file in result.files for cell in file.cells):
        return NOTHING
    return 0


def _explain(words: list[str]) -> int:
    from .report.manual import page
    from .rules import find_rules, rule_named

    if len(words) != 1 or words[0].startswith("-"):
        print("usage: nbreview explain RULE", file=sys.stderr)
        return USAGE
    rule = rule_named(words[0])
    if rule is None:
        from difflib import get_close_matches

        known = [one.id for one in find_rules()]
        near = get_close_matches(words[0], known, 1)
        print(
            f"no rule is called {_shown(words[0])}" + (f"; did you mean {near[0]}?" if near else "; nbreview rules lists them"),
            file=sys.stderr,
        )
        return USAGE
    _write(page(rule))
    return 0


def _rules(words: list[str]) -> int:
    from .report.manual import index
    from .rules import find_rules

    if words:
        print("usage: nbreview rules", file=sys.stderr)
        return USAGE
    _write(index(find_rules()))
    return 0


def _demo(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        "nbreview demo", description="Review the notebook that comes along: a churn model, wrong in several ways."
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--path", action="store_true", help="only say where the notebook lies")
    options = parser.parse_args(words)
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "demo")
    notebook = os.path.join(folder, "churn.ipynb")
    if options.path:
        print(notebook)
        return 0
    here = os.path.relpath(notebook) if os.path.splitdrive(notebook)[0] == os.path.splitdrive(os.getcwd())[0] else notebook
    return run([here if not here.startswith("..") else notebook], options.format)


COMMANDS = {"explain": _explain, "rules": _rules, "demo": _demo}


def _shown(text: str) -> str:
    from .report.inert import inert

    return inert(text)


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def _write(text: str) -> None:
    """To standard output, whatever characters its encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
