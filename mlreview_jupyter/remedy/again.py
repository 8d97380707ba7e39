"""Something that learned anew from the evaluation part → only applied there, as it was learned from the training part."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..model.facts import Facts, Learning
from ..model.finding import Edit
from .changes import Changes, source
from .learnt import Learnt, learnt_in
from .lines import Block, Refusal, block_of
from .names import bound_by, hides_names, may_change, names_in, own_names, root
from .replay import Parts, Replay


def only_apply(facts: Facts, learning: Learning) -> Sequence[tuple[Edit, ...]]:
    """The edits after which the evaluation part is prepared by what the training part told."""
    block = block_of(facts.program, (learning.place,))
    if hides_names(facts.program):
        raise Refusal("it stands where other names may be read")
    number = block.at(learning.place)
    line = block.lines[number]
    learnt = learnt_in(facts, line)
    if learnt and all(one.tool is not None and isinstance(one.tool, ast.Name) for one in learnt):
        return [_with_the_same_tool(facts, block, number, learnt)]
    return [_beside_its_twin(facts, block, number)]


def _with_the_same_tool(facts: Facts, block: Block, number: int, learnt: Sequence[Learnt]) -> tuple[Edit, ...]:
    line = block.lines[number]
    changes = Changes()
    for one in learnt:
        _was_fitted(facts, block, number, one)
    if isinstance(line.node, ast.Expr) and len(learnt) == 1 and learnt[0].node is line.node.value and not learnt[0].applied:
        changes.remove(line)
        return changes.edits()
    instead: dict[ast.AST, str] = {}
    for one in learnt:
        if not one.applied or any(part is not one.data and part in {other.node for other in learnt} for part in ast.walk(one.data)):
            raise Refusal("what it learns goes somewhere else")
        instead[one.node] = f"{source(line.step, one.tool or one.node)}.{one.applied}({source(line.step, one.data)})"
    changes.replace(line, [source(line.step, line.node, instead)])
    return changes.edits()


def _was_fitted(facts: Facts, block: Block, number: int, again: Learnt) -> None:
    """Refuses a tool that had not learned above, in the same straight line, from the same of the training part."""
    tool = root(again.tool) if again.tool is not None else ""
    for line in reversed(block.lines[:number]):
        if tool not in names_in(line.node):
            continue
        for one in learnt_in(facts, line):
            if one.tool is not None and root(one.tool) == tool:
                if not _alike(one.data, again.data):
                    raise Refusal("it had learned from something else")
                return
        if tool in bound_by(line.node):
            break
    raise Refusal("it had learned from nothing else")


def _alike(one: ast.expr, other: ast.expr) -> bool:
    """The same, written of another name."""
    names = [{part.id for part in ast.walk(each) if isinstance(part, ast.Name)} for each in (one, other)]
    return names[0].isdisjoint(names[1]) and _renamed(one, root(one), "_") == _renamed(other, root(other), "_") and bool(root(one))


def _beside_its_twin(facts: Facts, block: Block, number: int) -> tuple[Edit, ...]:
    """The same statement stands above for the training part: both are prepared there, by what that part tells."""
    line = block.lines[number]
    own = own_names(facts.program)
    target = line.node.targets[0] if isinstance(line.node, ast.Assign) else None
    test = root(target) if target is not None else ""
    if not test:
        raise Refusal("the evaluation part is prepared in another way")
    for at in range(number - 1, -1, -1):
        twin = block.lines[at]
        train = root(twin.node.targets[0]) if isinstance(twin.node, ast.Assign) and len(twin.node.targets) == 1 else ""
        if train and train != test and _renamed(twin.node, train, test) == ast.unparse(line.node):
            break
    else:
        raise Refusal("nothing like it stands above for the training part")
    between = block.lines[at + 1 : number]
    if any(test in names_in(one.node) or any(may_change(one.node, name, own) for name in names_in(line.node)) for one in between):
        raise Refusal("the evaluation part is used before it is prepared")
    if not any(test in bound_by(one.node) for one in block.lines[:at]):
        raise Refusal("the evaluation part is not there yet")
    frame = "" if isinstance(twin.node.targets[0], ast.Name) else train  # type: ignore[attr-defined]
    replay = Replay(facts, Parts(train, test), [train], frame)
    new = replay.line(twin)
    changes = Changes()
    changes.remove(line)
    changes.replace(twin, new)
    return changes.edits()


def _renamed(node: ast.AST, old: str, new: str) -> str:
    """A piece of a program in which one name is another."""
    copy = ast.parse(ast.unparse(node))
    for one in ast.walk(copy):
        if isinstance(one, ast.Name) and one.id == old:
            one.id = new
    return ast.unparse(copy)
