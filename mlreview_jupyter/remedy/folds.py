"""Something that learned before a cross-validation → a step of a pipeline with the model, learned anew in each fold."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..model.facts import Event, Facts, Learning
from ..model.finding import Edit
from .changes import Changes, source
from .learnt import learnt_in, library_tool, qualified
from .lines import Block, Line, Refusal, block_of
from .names import bound_by, hides_names, imported, may_change, names_in, own_names, root

_PIPELINES = {"sklearn.pipeline.make_pipeline", "imblearn.pipeline.make_pipeline"}


def in_pipeline(facts: Facts, learning: Learning, scores: Sequence[Event]) -> Sequence[tuple[Edit, ...]]:
    """The edits after which each fold learns it anew."""
    places = (learning.place, *(event.place for event in scores))
    block = block_of(facts.program, places)
    if block.looped or not block.whole or hides_names(facts.program):
        raise Refusal("it stands where other names may be read")
    return [_Folds(facts, block, learning, scores).edits()]


class _Folds:
    def __init__(self, facts: Facts, block: Block, learning: Learning, scores: Sequence[Event]) -> None:
        self.facts, self.block = facts, block
        self.first = block.at(learning.place)
        self.line = block.lines[self.first]
        learnt = learnt_in(facts, self.line)
        node = self.line.node
        if len(learnt) != 1 or not isinstance(node, ast.Assign) or len(node.targets) != 1:
            raise Refusal("it is no step of a pipeline")
        self.learnt = learnt[0]
        self.names = imported(facts.program)
        self.instead = self._out_of(node)
        self.calls = {event.place: event for event in scores}

    def _out_of(self, node: ast.Assign) -> dict[str, ast.expr]:
        """For each name that it binds, what had not been prepared."""
        one, value, target = self.learnt, node.value, node.targets[0]
        if isinstance(value, ast.Call) and qualified(value.func, self.names) == "pandas.DataFrame" and value.args:
            value = value.args[0]
        if one.tool is None or not library_tool(self.facts.program, one.tool):
            raise Refusal("it is no step of a pipeline")  # a class of one's own may take no labels
        if value is not one.node or not (one.applied or one.resamples) or one.applied == "predict":
            raise Refusal("it is no step of a pipeline")
        if one.resamples:
            if not isinstance(target, ast.Tuple) or one.target is None or not all(isinstance(each, ast.Name) for each in target.elts):
                raise Refusal("it is no step of a pipeline")
            return dict(zip((ast.unparse(each) for each in target.elts), (one.data, one.target), strict=True))
        if not isinstance(target, ast.Name):
            raise Refusal("it is no step of a pipeline")
        return {target.id: one.data}

    def edits(self) -> tuple[Edit, ...]:
        """The step goes into the calls that score; the statement goes where nobody else reads it."""
        changes = Changes()
        made = frozenset(self.instead)
        raw = names_in(self.learnt.node)
        own = own_names(self.facts.program)
        kept = False
        rewritten = 0
        maker, fresh = self._maker()
        for line in self.block.lines[self.first + 1 :]:
            told = names_in(line.node)
            calls = [one for one in ast.walk(line.node) if isinstance(one, ast.Call) and line.step.place(one) in self.calls]
            instead: dict[ast.AST, str] = {}
            for call in calls:
                instead.update(self._wrapped(line, call, maker))
                rewritten += 1
            if instead:
                self._replace(changes, line, instead)
            left = self._mentions(line.node, made) - sum(1 for one in instead if isinstance(one, ast.Name) and one.id in made)
            kept = kept or left > 0
            if rewritten < len(self.calls) or instead:
                if any(may_change(line.node, name, own) for name in raw | made if name in told):
                    raise Refusal("something that it reads is changed before the folds are made")
            elif self._rebinds(line, made):
                break
        if rewritten < len(self.calls):
            raise Refusal("the folds are made elsewhere")
        tool = self.learnt.tool
        kept = kept or (isinstance(tool, ast.Name) and self._fitted_below(tool.id))
        if kept and any(root(one) == name or name in names_in(one) for name, one in self.instead.items()):
            raise Refusal("what comes of it is read elsewhere, too")
        for line in self.block.lines[: self.first]:
            if isinstance(line.node, ast.FunctionDef | ast.ClassDef) and names_in(line.node) & made:
                raise Refusal("a function reads what comes of it")
        if not kept:
            changes.remove(self.line)
        if fresh:
            self._import(changes, fresh)
        return changes.edits()

    def _mentions(self, node: ast.AST, names: frozenset[str]) -> int:
        plain = sum(1 for one in ast.walk(node) if isinstance(one, ast.Name) and one.id in names)
        return plain or (1 if names_in(node) & names else 0)

    def _rebinds(self, line: Line, made: frozenset[str]) -> bool:
        return made <= bound_by(line.node) and isinstance(line.node, ast.Assign) and not names_in(line.node.value) & made

    def _fitted_below(self, tool: str) -> bool:
        return any(
            tool in names_in(line.node)
            and not any(line.step.place(one) in self.calls for one in ast.walk(line.node) if isinstance(one, ast.Call))
            for line in self.block.lines[self.first + 1 :]
        )

    def _wrapped(self, line: Line, call: ast.Call, maker: str) -> dict[ast.AST, str]:
        """The call with a pipeline as its model, on what had not been prepared."""
        told = {one.arg: one.value for one in call.keywords}
        model = told.get("estimator", call.args[0] if call.args else None)
        if model is None or not told.keys().isdisjoint({None, "fit_params", "params", "return_estimator"}):
            raise Refusal("the folds are made in another way")
        step, text = self._tool(), source(line.step, model)
        inside = isinstance(model, ast.Call) and qualified(model.func, self.names) in _PIPELINES and not self.learnt.resamples
        if inside and isinstance(model, ast.Call) and model.args and not isinstance(model.args[0], ast.Starred):
            found: dict[ast.AST, str] = {model.args[0]: f"{step}, {source(line.step, model.args[0])}"}
        else:
            found = {model: f"{maker}({step}, {text})"}
        used = False
        for one in ast.walk(call):
            if isinstance(one, ast.Name) and one.id in self.instead:
                if any(one is part for part in ast.walk(model)):
                    raise Refusal("the model depends on what comes of it")
                used = True
                found[one] = source(self.line.step, self.instead[one.id])
        if not used:
            raise Refusal("the folds are made of something else")
        return found

    def _tool(self) -> str:
        assert self.learnt.tool is not None
        return source(self.line.step, self.learnt.tool)

    def _replace(self, changes: Changes, line: Line, instead: dict[ast.AST, str]) -> None:
        """In a longer statement only the innermost one changes."""
        target = line
        found = True
        while found:
            found = False
            for body in (getattr(target.node, name, None) for name in ("body", "orelse", "finalbody")):
                for one in body if isinstance(body, list) else ():
                    if any(part in instead for part in ast.walk(one)):
                        target, found = Line(line.step, one), True
                        break
        inside = set(ast.walk(target.node))
        if any(one not in inside for one in instead):
            raise Refusal("several statements of one block would change")
        changes.replace(target, [source(target.step, target.node, instead)])

    def _maker(self) -> tuple[str, str]:
        """What makes pipelines, and the import that it needs."""
        module = "imblearn.pipeline" if self.learnt.resamples else "sklearn.pipeline"
        wanted = {f"{module}.make_pipeline"} if self.learnt.resamples else _PIPELINES
        for line in self.block.lines[: self.first + 1]:
            if isinstance(line.node, ast.ImportFrom):
                for alias in line.node.names:
                    if f"{line.node.module}.{alias.name}" in wanted:
                        return alias.asname or alias.name, ""
        if "make_pipeline" in self.names or any("make_pipeline" in bound_by(line.node) for line in self.block.lines):
            name = "make_sampling_pipeline" if self.learnt.resamples else "make_steps"
            return name, f"from {module} import make_pipeline as {name}"
        return "make_pipeline", f"from {module} import make_pipeline"

    def _import(self, changes: Changes, text: str) -> None:
        """The import stands below the last one above what learned."""
        module = text.split()[1].partition(".")[0]
        imports = [line for line in self.block.lines[: self.first] if isinstance(line.node, ast.Import | ast.ImportFrom)]
        near = [line for line in imports if isinstance(line.node, ast.ImportFrom) and (line.node.module or "").startswith(module)]
        if not imports:
            raise Refusal("nothing is imported above it")
        line = (near or imports)[-1]
        changes.replace(line, [source(line.step, line.node), text])
