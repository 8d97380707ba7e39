"""The checks that a project has of its own. They are named, never run."""

from __future__ import annotations

import os
import re

from ..model.review import Check
from .project import nearest_sign

_SIGNS = {
    "pytest": (
        ("pytest.ini", ""),
        ("conftest.py", ""),
        ("pyproject.toml", "[tool.pytest"),
        ("setup.cfg", "[tool:pytest]"),
        ("tox.ini", "[pytest]"),
    ),
    "ruff": (("ruff.toml", ""), (".ruff.toml", ""), ("pyproject.toml", "[tool.ruff")),
    "flake8": ((".flake8", ""), ("setup.cfg", "[flake8]")),
    "mypy": (("mypy.ini", ""), ("pyproject.toml", "[tool.mypy"), ("setup.cfg", "[mypy")),
    "pre-commit": ((".pre-commit-config.yaml", ""),),
    "tox": (("tox.ini", "[tox]"),),
    "make test": (("Makefile", "\ntest"),),
}
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)
_HOOK = re.compile(r"""(?<![\w.-])["']?id["']?[ \t]*:[ \t]*["']?([\w.-]+)""")


def find_checks(folder: str) -> tuple[Check, ...]:
    """The checks of the project around a folder; its root is the nearest one that says so."""
    root = nearest_sign(folder)
    if root is None or "site-packages" in folder.split(os.sep):  # an installed package is nobody's project
        return ()
    texts: dict[str, str] = {}
    found = []
    for name, signs in _SIGNS.items():
        for file, needle in signs:
            path = os.path.join(root, file)
            if os.path.isfile(path) and (not needle or needle in texts.setdefault(file, _text(path))):
                if name == "pre-commit" and _only_ours(_text(path)):
                    continue
                found.append(Check(name, "not run"))
                break
    return tuple(found)


def _only_ours(text: str) -> bool:
    """Is this review itself all that pre-commit runs? Then it is no check of the code besides the review."""
    return set(_HOOK.findall(_COMMENT.sub("", text))) == {"nbreview"}


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return "\n" + file.read(1_000_000)
    except OSError:
        return ""
