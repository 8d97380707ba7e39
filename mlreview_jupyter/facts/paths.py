"""A program → the paths written in it that hold on one machine only, judged by how they are used."""

from __future__ import annotations

import ast
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..model.local import LocalPath, Whose
from ..model.program import Form, Place, Program, Step
from .ipython import SHELLS

# A cheap look, and a closer one: cells without any of these are not looked at.
_SIGNS = ('"/', "'/", ":\\", ":/", "/home/", "/Users/", "cd /", "run /", "rive/")
_HINT = re.compile(r"""["'](?:/\w|file:/|\\\\\w)|\b[A-Za-z]:[\\/]|/home/|/Users/|(?:cd|run)[ \t]+["']?/|[Mm]y ?[Dd]rive/""")
LONG = 300  # characters; a longer text is no path
# Users of machine images, whose homes are the same for everybody who runs there; and what stands for "your own name".
_EVERYBODY = frozenset(
    """
    jovyan ec2-user studio-lab-user sagemaker-user jupyter codespace vscode gitpod wsuser runner datalore airflow glue_user hadoop
    username user_name yourname your_name your-name your-username your_username shared public
    """.split()
)
_HOME = re.compile(r"(?:file://)?/(?:home|Users|export/home)/(?P<user>[\w.-]+)(?P<rest>/.*)?$")
_DRIVE = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]{1,2}(?![dDsSwWbB]\W|[dDsSwWbB]$)[\w.][^\[\]|^$?+]*$")  # not a pattern: `t:\d+`
_WINDOWS_HOME = re.compile(r"[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2}(?P<user>[^\\/]+)", re.IGNORECASE)
_SHARE = re.compile(r"\\\\[\w.-]{2,}\\[\w$.-]{2,}")
_CLOUD = re.compile(r"/content/\w+/(?:My(?:\\? )?Drive|Shared ?drives)/.")
_ROOT = re.compile(r"/(?P<root>[A-Za-z][\w.-]*)(?P<rest>/[\w.+ *-]*)*$")
# Folders that every machine of a kind has, those of hosted notebooks, and words that stand for a path.
_FINE = frozenset(
    """
    tmp dev proc sys usr etc bin sbin lib lib64 opt var run root kaggle content dbfs databricks FileStore workspace workspaces app code
    repo Library System Applications path your some
    """.split()
)
# Where disks are commonly mounted: at these, the name of a variable is enough to take a text for a path.
_MOUNTED = re.compile(
    r"/(?:mnt|media|data\w*|scratch\w*|gpfs|nfs|lustre|storage|datasets?|disk\w*|hdd|ssd|raid|nas|net|volume\d|Volumes|home)/."
)
_IN_SHELL = re.compile(
    r"""(?<![\w/.:~$}-])(?:/(?:home|Users)/[\w.-]+/[^\s'";|&)]*|[A-Za-z]:\\[^\s'";|&)]+|/content/\w+/My(?:\\? )?Drive/[^\s'";|&)]+)"""
)
_MAGIC_PATH = re.compile(r"(?:-\S+[ \t]+)*[\"']?(/[^\s'\"]+)")
_PATH_MAGICS = frozenset({"cd", "run", "writefile", "load", "cat", "ls", "mkdir"})
# Calls by what they are named after, whatever library they come from.
_TAKES_PATH = re.compile(
    r"(?:read|load|open|save|dump|scan|write|imread|imwrite|imsave|to_[a-z]|listdir|scandir|glob|rglob|chdir|exists|isfile|isdir|makedirs|mkdir"
    r"|walk|copy|copytree|move|rmtree|Path|PurePath|join|from_pretrained|flow_from_directory|\w*_from_(?:directory|file|disk|csv)|\w+Folder$"
    r"|add_argument|addsitedir|expanduser|set_cache|File$|ZipFile)"
)
_NAMES_PATH = re.compile(
    r"(?:^|_)(?:path|paths|dir|dirs|root|folder|directory|file|files|filename|filepath|fname|csv|cwd|home|dest|src)(?:_|$|\d)",
    re.IGNORECASE,
)
_NAMES_ROUTE = re.compile(r"(?:^|_)(?:url|urls|uri|route|routes|endpoint|href|link|slug|prefix|host|api|page)(?:_|$)", re.IGNORECASE)
# Calls in which a text that looks like a path is only shown, compared or taken apart, or is a route of a server.
_ONLY_TEXT = frozenset(
    """
    print display info debug warning warn error critical exception log replace startswith endswith strip lstrip rstrip removeprefix
    removesuffix split rsplit count find index sub subn match search fullmatch compile findall finditer escape
    getenv route get post put delete patch url_for redirect urlopen urljoin Markdown HTML title xlabel ylabel text
    """.split()
)
_ONLY_SHOWN = frozenset({"help", "description", "title", "label", "msg", "message", "href", "url"})


class _Link(NamedTuple):
    """A node and those around it."""

    node: ast.AST
    outer: _Link | None


def local_paths(program: Program, used: Collection[str]) -> tuple[LocalPath, ...]:
    """The paths, one for each statement. `used` are the texts that were handed to what takes a path."""
    hinted = [step for step in program.steps if any(sign in step.cell.source for sign in _SIGNS) and _HINT.search(step.cell.source)]
    if not hinted:
        return ()
    ordered = sorted(used)
    shared = program.form is Form.DATABRICKS or any("dbutils" in step.cell.source for step in program.steps)
    found: list[LocalPath] = []
    for step in hinted:
        by_statement: dict[tuple[int, int], list[tuple[Place, str, Whose, bool]]] = {}
        for statement, place, text, whose, certain in _of_step(step, ordered, shared):
            by_statement.setdefault(statement, []).append((place, text, whose, certain))
        for group in by_statement.values():
            group.sort(key=lambda one: one[0].order)
            place, text, whose, certain = group[0]
            others = tuple((other, where) for where, other, _, _ in group[1:])
            found.append(LocalPath(text, whose, place, others, certain))
    return tuple(sorted(found, key=lambda one: one.place.order))


def _of_step(step: Step, used: list[str], shared: bool) -> Iterator[tuple[tuple[int, int], Place, str, Whose, bool]]:
    if step.language in SHELLS or step.language == "script":
        for number, line in enumerate(step.lines, 1):
            yield from _in_line(step, number, line)
        return
    for node, text, around in _texts(step.tree) if step.tree is not None else ():
        magic = _shell_call(around.node)
        if magic:
            number = node.lineno
            line = step.lines[number - 1] if number <= len(step.lines) else ""
            yield from _in_line(step, number, line)
            named = _MAGIC_PATH.match(text) if magic in _PATH_MAGICS else None
            if named and _whose(named.group(1), shared) is Whose.ROOT:
                yield (number, 0), step.span(number, 0, number, len(line)), named.group(1), Whose.ROOT, True
            continue
        whose = _whose(text, shared)
        if whose is None or not _leads(node, around):
            continue
        statement, context = _context(around)
        judged = _used_as_path(node, text, context, whose, used)
        if judged is not None:
            yield statement, step.place(node), text, whose, judged


def _texts(tree: ast.Module) -> Iterator[tuple[ast.Constant, str, _Link]]:
    """The texts in a tree that may be or hold a path, each with what stands around it."""
    stack: list[_Link] = [_Link(tree, None)]
    while stack:
        link = stack.pop()
        for child in ast.iter_child_nodes(link.node):
            if isinstance(child, ast.Constant):
                text = child.value
                if isinstance(text, str) and 2 < len(text) < LONG and "\n" not in text and ("/" in text or "\\" in text):
                    yield child, text, link
            else:
                stack.append(_Link(child, link))


def _context(around: _Link) -> tuple[tuple[int, int], _Link]:
    """Where the statement around a text begins, and the nearest thing that gives the text a meaning."""
    link: _Link | None = around
    context: _Link | None = None
    while link is not None:
        node = link.node
        if context is None and not isinstance(
            node,
            ast.List
            | ast.Tuple
            | ast.Set
            | ast.Dict
            | ast.BinOp
            | ast.JoinedStr
            | ast.FormattedValue
            | ast.IfExp
            | ast.BoolOp
            | ast.Starred,
        ):
            context = link
        if isinstance(node, ast.stmt):
            return (node.lineno, node.col_offset), context or link
        link = link.outer
    return (0, 0), context or around


def _leads(node: ast.AST, around: _Link) -> bool:
    """Does a text stand at the beginning of what is put together of it?"""
    link: _Link | None = around
    while link is not None and isinstance(link.node, ast.BinOp | ast.JoinedStr | ast.FormattedValue):
        if (isinstance(link.node, ast.BinOp) and link.node.right is node) or (
            isinstance(link.node, ast.JoinedStr) and link.node.values[0] is not node
        ):
            return False
        node, link = link.node, link.outer
    return True


def _shell_call(node: ast.AST) -> str:
    """The name of a magic, or `!`, where a node is the call that IPython makes of its own syntax."""
    if not isinstance(node, ast.Call):
        return ""
    func = node.func
    if not isinstance(func, ast.Attribute) or not isinstance(func.value, ast.Call) or not isinstance(func.value.func, ast.Name):
        return ""
    if func.value.func.id != "get_ipython":
        return ""
    if func.attr in ("system", "getoutput"):
        return "!"
    first = node.args[0] if node.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else "%"


def _in_line(step: Step, number: int, line: str) -> Iterator[tuple[tuple[int, int], Place, str, Whose, bool]]:
    """Paths in a line for a shell."""
    for one in _IN_SHELL.finditer(line.partition(" # ")[0]):
        whose = _whose(one.group(), False)
        if whose is not None:
            yield (number, 0), step.span(number, one.start(), number, one.end()), one.group(), whose, True


def _whose(text: str, shared: bool) -> Whose | None:
    """What kind of path a text is, if it is one of one machine."""
    home = _HOME.match(text)
    if home:
        known = home.group("user").lower() in _EVERYBODY or "/path/to/" in text
        sure = text.startswith(("/Users/", "file:")) or (home.group("rest") or "").count("/") > 1 or "." in (home.group("rest") or "")
        return None if known else Whose.HOME if sure else Whose.ROOT
    if _DRIVE.match(text):
        home = _WINDOWS_HOME.match(text)
        known = "path\\to" in text or "path/to" in text or (home is not None and home.group("user").lower() in _EVERYBODY)
        return None if known else Whose.HOME if home else Whose.DRIVE
    if _SHARE.match(text):
        return Whose.SHARE
    if _CLOUD.match(text):
        return Whose.CLOUD
    root = _ROOT.match(text)
    bare = root is not None and not (root.group("rest") or "/").strip("/")
    if (
        root is None
        or (bare and root.group("root") in ("home", "Users", "mnt", "media", "Volumes"))
        or "/path/to/" in text
        or root.group("root") in _FINE
        or (shared and root.group("root") in ("mnt", "Volumes"))
    ):
        return None
    return Whose.ROOT


def _used_as_path(node: ast.Constant, text: str, context: _Link, whose: Whose, used: list[str]) -> bool | None:
    """Whether it is certain that a text is used as a path; None where it is not, as far as seen."""
    around, sure = context.node, whose is not Whose.ROOT
    name = ""
    if isinstance(around, ast.keyword):
        name = around.arg or ""
        if name in _ONLY_SHOWN:
            return None
        call = context.outer.node if context.outer is not None else None
    else:
        call = around if isinstance(around, ast.Call) else None
    if isinstance(around, ast.Expr | ast.Compare | ast.Raise | ast.Assert):
        return None
    if isinstance(call, ast.Call):
        called = _last_name(call.func)
        if called in _ONLY_TEXT or called.endswith(("Error", "Exception", "Warning")):
            return None
        if sure or _among(text, used) or _is_given_path(call, called, node):
            return True
        return True if name and _NAMES_PATH.search(name) and text.count("/") > 1 else None
    if isinstance(around, ast.Assign | ast.AnnAssign):
        name = _last_name(around.targets[0] if isinstance(around, ast.Assign) else around.target)
    if _NAMES_ROUTE.search(name):
        return None
    if sure or _among(text, used):
        return True
    return False if name and _NAMES_PATH.search(name) and _MOUNTED.match(text) else None


def _is_given_path(call: ast.Call, called: str, node: ast.Constant) -> bool:
    """Is this the argument of a call that is named as if it took a path?"""
    if not _TAKES_PATH.match(called) or isinstance(getattr(call.func, "value", None), ast.Constant):
        return False
    places = call.args if called.startswith(("copy", "move")) else call.args[:1]
    return any(node is one or (isinstance(one, ast.BinOp | ast.JoinedStr) and node in ast.walk(one)) for one in places)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        key = node.slice
        return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else _last_name(node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _among(text: str, used: list[str]) -> bool:
    """Was this, or something that begins with it, used as a path?"""
    at = bisect_left(used, text)
    return at < len(used) and used[at].startswith(text)
