"""A command line → the packages that it installs, and whether each is held at a version."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import NamedTuple

_COMMANDS = re.compile(r"&&|\|\||[;|\n]")
_FIRST = re.compile(r"pip|conda|mamba|easy_install")  # a cheap look before a careful one
_PIP = re.compile(r"(?:.*[/\\])?pip(?:\d+(?:\.\d+)?)?(?:\.exe)?$")
_CONDA = re.compile(r"(?:.*[/\\])?(?:conda|mamba|micromamba)(?:\.exe|\.bat)?$")
_UV = re.compile(r"(?:.*[/\\])?uv(?:\.exe)?$")
# Options that are followed by a value, by installer.
_PIP_VALUES = frozenset(
    """
    -r --requirement -c --constraint -e --editable -i --index-url --extra-index-url -f --find-links -t --target --prefix --root --src
    --python --platform --implementation --abi --python-version --progress-bar --log --proxy --timeout --retries --trusted-host --cert
    --client-cert --cache-dir --no-binary --only-binary --exists-action --config-settings -C --global-option --install-option
    --upgrade-strategy --report --root-user-action --build-option --default-timeout --use-feature --index-strategy -p -b --build --group
    --extra --index --default-index --resolution --prerelease --exclude-newer --override --keyring-provider --allow-insecure-host
    """.split()
)
_CONDA_VALUES = frozenset("-c --channel -n --name -p --prefix --file --repodata-fn --solver --subdir --platform".split())
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:\[[^\]]*\])?")
_HELD = re.compile(r"(?:^|,)\s*(?:===?\s*\S|~=\s*[^,]*\..*\.)")  # exactly, or but for fixes
_BOUND = re.compile(r"[<>=!~]")
_COMMIT = re.compile(r"[0-9a-f]{7,40}$")
_TAG = re.compile(r"(?:.*/)?(?:[A-Za-z]+[-_.]?)?v?\d+(?:[._-][A-Za-z0-9]+)*$")
_RELEASE = re.compile(r"[-_/@]v?\d+\.\d+|[0-9a-f]{12,40}")
_NAMED = re.compile(r"([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*@\s*(\S+)")

LONG = 4_000  # characters of a line that are read


class Package(NamedTuple):
    """What a command installs."""

    name: str
    held: bool


def installs(line: str) -> bool:
    """May this line install something? A quick look."""
    return "install" in line and _FIRST.search(line) is not None


def packages(line: str) -> Iterator[Package]:
    """The packages that a command line installs by name. What stands in a file, and what is not known, is not among them."""
    for command in _COMMANDS.split(_without_comment(line[:LONG])):
        yield from installed(_words(command))


def installed(words: list[str]) -> Iterator[Package]:
    """The same for a command in words."""
    at, values, conda = _arguments(words)
    if at < 0:
        return
    found: list[Package] = []
    option = ""
    for word in words[at:]:
        if option:
            if option in ("-c", "--constraint") and not conda:
                return  # a file holds the versions
            if option in ("-e", "--editable"):
                found.extend(_pip_package(word))
            option = ""
        elif word.startswith("-"):
            name, _, value = word.partition("=")
            if name == "--no-index" or (name == "--constraint" and value):
                return  # a folder or a file holds the versions
            option = word if word in values else ""
        elif ">" in word and not _BOUND.search(word.partition(">")[0]) and (word[0] in ">&" or word[:1].isdigit()):
            option = ">" if word[-1] == ">" else ""  # where the output goes
        else:
            found.extend(_conda_package(word) if conda else _pip_package(word))
    yield from found


def _arguments(words: list[str]) -> tuple[int, frozenset[str], bool]:
    """Where the arguments of an installer begin, which options take a value, and whether it is conda."""
    for at, word in enumerate(words[:-1]):
        if _PIP.match(word):
            return _behind_install(words, at + 1, _PIP_VALUES, False)
        if _CONDA.match(word):
            return _behind_install(words, at + 1, _CONDA_VALUES, True)
        if _UV.match(word):
            return (at + 3, _PIP_VALUES, False) if words[at + 1 : at + 3] == ["pip", "install"] else (-1, frozenset(), False)
        if word == "easy_install":
            return at + 1, _PIP_VALUES, False
        if word in ("echo", "print", "grep", "#"):
            break
    return -1, frozenset(), False


def _behind_install(words: list[str], at: int, values: frozenset[str], conda: bool) -> tuple[int, frozenset[str], bool]:
    """Global options may stand between the installer and its command."""
    while at < len(words) and words[at].startswith("-"):
        at += 1
    if at < len(words) and (words[at] == "install" or (conda and words[at] == "create")):
        return at + 1, values, conda
    return -1, frozenset(), False


def _without_comment(line: str) -> str:
    at = re.search(r"(?:^|\s)#", line)
    return line[: at.start()] if at else line


def _words(command: str) -> list[str]:
    """The words of a shell command; what IPython puts in for `{…}` stays in braces."""
    command = re.sub(r"\{[^{}]*\}", "{}", command)
    try:
        return shlex.split(command)
    except ValueError:
        return command.replace('"', "").replace("'", "").split()


def _pip_package(word: str) -> Iterator[Package]:
    text = word.partition(";")[0].strip().rstrip(",")
    named = _NAMED.match(text)
    if named or "://" in text or text.startswith(("git+", "hg+", "svn+")):
        yield from _from_address(named.group(2) if named else text, named.group(1) if named else "")
        return
    name = _NAME.match(text)
    if name is None or text.startswith(".") or "{" in name.group() or "$" in text.partition("=")[0]:
        return
    rest = text[name.end() :].strip()
    if rest.startswith(("/", "\\", "{", "*")) or re.search(r"\.(?:whl|zip|txt|tar\.gz|tgz|egg)$", text):
        return  # a file
    if rest and not _BOUND.match(rest.lstrip("( ")):
        return
    yield Package(name.group().partition("[")[0], bool(_HELD.search(rest.lstrip("( "))))


def _from_address(address: str, name: str = "") -> Iterator[Package]:
    """Code from an address: held where it names a commit, a tag or a release."""
    place, _, fragment = address.partition("#")
    egg = re.search(r"egg=([\w.-]+)", fragment)
    path = place.partition("://")[2] or place
    path, _, ref = path.partition("/")[2].partition("@")
    last = re.sub(r"/(?:archive|zipball|tarball)/.*", "", path).rstrip("/").rpartition("/")[2].removesuffix(".git")
    shown = name or (egg.group(1) if egg else "") or last or address
    if "{" in address or "$" in address:
        return
    if place.startswith(("git+", "hg+", "svn+")):
        yield Package(shown, bool(_COMMIT.match(ref) or _TAG.match(ref)))
    elif _RELEASE.search(path):
        yield Package(shown, True)
    elif re.search(r"(?:master|main|develop|HEAD)(?:\.zip|\.tar\.gz)?$", path):
        yield Package(shown, False)


def _conda_package(word: str) -> Iterator[Package]:
    spec = word.rpartition("::")[2]
    name = re.match(r"[A-Za-z0-9_][A-Za-z0-9._-]*", spec)
    if name is None or "{" in spec or "/" in spec or spec.endswith((".bz2", ".conda", ".yml", ".yaml")):
        return
    rest = spec[name.end() :]
    yield Package(name.group(), bool(re.match(r"={1,2}\s*[^=]", rest)) or bool(_HELD.search(rest)))
