"""The closed vocabulary, each word with what it does to the state."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..catalog.lookup import Call
from ..model.facts import Value
from ..model.ops import Op
from . import choices, measures, shapes, shell, sources, splits, tools
from .arguments import Arguments
from .machine import Machine

Operator = Callable[[Machine, Call, str, Value | None, Arguments, ast.expr], Value]

OPERATORS: dict[Op, Operator] = {
    Op.LOAD: sources.load,
    Op.DRAW: sources.draw,
    Op.SEED: sources.seed,
    Op.WRITE: sources.write,
    Op.RECORD: sources.record,
    Op.INSTALL: shell.run_command,
    Op.MAKE: tools.make,
    Op.LEARN: tools.learn,
    Op.FIT: tools.fit,
    Op.APPLY: tools.apply,
    Op.PREDICT: tools.predict,
    Op.SCORE: tools.score,
    Op.CROSS_SCORE: tools.cross_score,
    Op.SPLIT: splits.split,
    Op.PICK: splits.choose_rows,
    Op.RESAMPLE: splits.resample,
    Op.KEEP: shapes.keep,
    Op.CHOOSE: choices.optimise,
    Op.MEASURE: measures.measure,
    Op.SPREAD: measures.spread,
    Op.GROUP: measures.group,
    Op.COMBINE: measures.combine,
    Op.JOIN: measures.join_rows,
    Op.DESCRIBE: measures.describe,
    Op.SHOW: measures.show,
    Op.UNKNOWN: shapes.keep,
}
