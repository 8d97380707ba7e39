"""A piece of a tree → the names that it mentions, may change, or only looks at."""

from __future__ import annotations

import ast
import re

from ..model.program import Program
from .once import once, per_node

_CHANGES = frozenset(
    "append extend insert pop remove clear update sort reverse fill resize partition put setdefault itemset setflags popitem "
    "add discard".split()
)
_LOOKS = frozenset("print display head tail info describe sample hist plot boxplot scatter value_counts corr isnull isna show".split())
_HIDDEN = frozenset({"exec", "eval", "globals", "locals", "vars", "compile", "setattr"})
_IN_TEXT = frozenset({"get_ipython", "eval", "query", "Formula", "ols", "logit", "dmatrices"})
_WORD = re.compile(r"[A-Za-z_]\w*")
_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@per_node
def names_in(node: ast.AST) -> frozenset[str]:
    """The names of the scope around it that a piece of a tree reads or binds, those in texts that are run included."""
    found: set[str] = set()
    stack: list[ast.AST] = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, ast.Name):
            found.add(one.id)
        elif isinstance(one, ast.Global | ast.Nonlocal):
            found.update(one.names)
        elif isinstance(one, ast.alias):
            found.add((one.asname or one.name).partition(".")[0])
        elif isinstance(one, ast.ExceptHandler) and one.name:
            found.add(one.name)
        if isinstance(one, _FUNCTIONS):
            found |= _free(one)
            if not isinstance(one, ast.Lambda):
                found.add(one.name)
            continue
        if isinstance(one, ast.ClassDef):
            found.add(one.name)
        stack += children(one)
    if found & _IN_TEXT or _methods(node) & _IN_TEXT:
        for one in ast.walk(node):
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                found.update(_WORD.findall(one.value))
    return frozenset(found)


def _free(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> frozenset[str]:
    """What a function reads of the scope around it."""
    args = node.args
    own = {one.arg for one in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg) if one is not None}
    body = node.body if isinstance(node.body, list) else [node.body]
    mentioned: set[str] = set()
    shared: set[str] = set()
    for part in body:
        mentioned |= names_in(part)
        for one in ast.walk(part):
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
                own.add(one.id)
            elif isinstance(one, ast.Global):
                shared.update(one.names)
    outside: set[str] = set()
    decorators = [] if isinstance(node, ast.Lambda) else node.decorator_list
    for one in (*args.defaults, *(default for default in args.kw_defaults if default is not None), *decorators):
        outside |= names_in(one)
    return frozenset((mentioned - own) | shared | outside)


def _methods(node: ast.AST) -> set[str]:
    return {one.attr for one in nodes(node) if isinstance(one, ast.Attribute)}


@per_node
def bound_by(node: ast.stmt) -> frozenset[str]:
    """The names that a statement binds or unbinds in its own scope."""
    found: set[str] = set()
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return frozenset({node.name})
    for one in nodes(node):
        if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load):
            found.add(one.id)
        elif isinstance(one, ast.alias):
            found.add((one.asname or one.name).partition(".")[0])
    return frozenset(found)


def root(node: ast.AST) -> str:
    """The name that a chain of attributes, items and calls begins with; empty without one."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def may_change(node: ast.stmt, name: str, own: frozenset[str]) -> bool:
    """May a statement bind this name anew, or change what it stands for? `own` are the functions and classes of the program."""
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and one.id == name and not isinstance(one.ctx, ast.Load):
            return True
        if isinstance(one, ast.Attribute | ast.Subscript) and not isinstance(one.ctx, ast.Load) and root(one) == name:
            return True
        if isinstance(one, ast.AugAssign) and root(one.target) == name:
            return True
        if isinstance(one, ast.Call) and _call_may_change(one, name, own):
            return True
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and name in names_in(node)


def _call_may_change(call: ast.Call, name: str, own: frozenset[str]) -> bool:
    func = call.func
    if isinstance(func, ast.Attribute) and root(func.value) == name:
        inplace = next((one.value for one in call.keywords if one.arg == "inplace"), None)
        if func.attr in _CHANGES or (inplace is not None and not (isinstance(inplace, ast.Constant) and inplace.value is False)):
            return True
    called = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    given = any(root(one) == name for one in (*call.args, *(keyword.value for keyword in call.keywords)))
    return given and (called == "shuffle" or root(func) in own or not called)


@per_node
def changes_inplace(node: ast.stmt) -> bool:
    """Is a method told to change what it belongs to?"""
    return any(isinstance(one, ast.keyword) and one.arg == "inplace" for one in ast.walk(node))


@per_node
def only_looks(node: ast.stmt) -> bool:
    """Does a statement only show something? What it shows may change with its place; nothing else does."""
    if not isinstance(node, ast.Expr):
        return False
    calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
    shows = all(
        (one.func.attr if isinstance(one.func, ast.Attribute) else root(one.func)) in _LOOKS | {"sum", "any", "len"} for one in calls
    )
    return shows and not any(one.arg == "inplace" for call in calls for one in call.keywords)


@once
def hides_names(program: Program) -> bool:
    """May names be read or bound where no tree shows it?"""
    return any(isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in _HIDDEN for one in all_nodes(program))


@once
def own_names(program: Program) -> frozenset[str]:
    """The functions and classes that the program defines."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return frozenset(one.name for one in all_nodes(program) if isinstance(one, kinds))


@once
def all_names(program: Program) -> frozenset[str]:
    """Every name that stands anywhere in the program, arguments included."""
    found = {one.id for one in all_nodes(program) if isinstance(one, ast.Name)}
    found |= {one.arg for one in all_nodes(program) if isinstance(one, ast.arg)}
    return frozenset(
        found | {(one.asname or one.name).partition(".")[0] for one in all_nodes(program) if isinstance(one, ast.alias)}
    ) | own_names(program)


@once
def imported(program: Program) -> dict[str, str]:
    """What each imported name stands for, by its qualified name."""
    found: dict[str, str] = {}
    for one in all_nodes(program):
        if isinstance(one, ast.Import):
            for alias in one.names:
                found[alias.asname or alias.name.partition(".")[0]] = alias.name if alias.asname else alias.name.partition(".")[0]
        elif isinstance(one, ast.ImportFrom) and one.module and not one.level:
            for alias in one.names:
                found[alias.asname or alias.name] = f"{one.module}.{alias.name}"
    return found


@once
def all_nodes(program: Program) -> tuple[ast.AST, ...]:
    """Every node of every tree."""
    return tuple(node for step in program.steps if step.tree is not None for node in nodes(step.tree))


def nodes(tree: ast.AST) -> list[ast.AST]:
    """What `ast.walk` gives, in its order, but whether a name is read or written: that is half of it."""
    found = [tree]
    for one in found:
        found += children(one)
    return found


def children(node: ast.AST) -> list[ast.AST]:
    """What stands in a piece of a tree, one level down."""
    found: list[ast.AST] = []
    for part in node.__dict__.values():
        if isinstance(part, list):
            found += [inner for inner in part if isinstance(inner, ast.AST)]
        elif isinstance(part, ast.AST) and not isinstance(part, ast.expr_context):
            found.append(part)
    return found
