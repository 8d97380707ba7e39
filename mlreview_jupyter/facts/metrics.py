"""A tool, or what somebody passed as `scoring` or `metrics` → what a score of it looks at."""

from __future__ import annotations

from ..catalog.lookup import Call, by_name
from ..model.facts import Kind, Value
from ..model.ops import Metric
from .join import contents
from .machine import Machine

SHARES = frozenset({"accuracy", "acc", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "top_k_accuracy"})
NUMBERS = (
    "r2",
    "neg_mean_",
    "neg_root_",
    "neg_median_",
    "neg_max_",
    "max_error",
    "explained_variance",
    "mse",
    "mae",
    "mape",
    "d2_abs",
    "mean_",
)


def predicts(m: Machine, tool: Value) -> str:
    """What a tool predicts, by its class or by that of the last thing that it holds: classes, numbers, a baseline, or unknown."""
    call = by_name(tool.name) if tool.kind is Kind.TOOL else None
    if call is None:
        return ""
    if call.gives or not tool.items:
        return call.gives
    return predicts(m, m.present(tool.items[-1]))


def metric_of(m: Machine, tool: Value, scoring: Value | None = None) -> Metric:
    """What `score` of a tool looks at: what `scoring` names, else what its class is scored by."""
    if scoring is None:
        scoring = (tool.attributes or {}).get("scoring") if tool.kind is Kind.TOOL else None
    if scoring is not None and not (scoring.kind is Kind.CONSTANT and scoring.symbol is None):
        return named(m.present(scoring))
    return {"classes": Metric.SHARE, "baseline": Metric.SHARE, "numbers": Metric.NUMBERS}.get(predicts(m, tool), Metric.UNKNOWN)


def of_network(m: Machine, tool: Value) -> Metric:
    """What `evaluate` of a network gives: the metrics that it was compiled with."""
    given = (tool.attributes or {}).get("metrics")
    return named(m.present(given)) if isinstance(given, Value) else Metric.UNKNOWN


def named(scoring: Value) -> Metric:
    """What a metric looks at by its name, or the most telling one of several."""
    if scoring.kind in (Kind.SEQUENCE, Kind.MAPPING):
        told = {named(one) for one in contents(scoring)}
        return next(
            (one for one in (Metric.CLASSES, Metric.UNKNOWN, Metric.SHARE) if one in told), Metric.NUMBERS if told else Metric.UNKNOWN
        )
    text = scoring.symbol if scoring.kind is Kind.CONSTANT else scoring.name.rpartition(".")[2] if scoring.kind is Kind.SYMBOL else ""
    if not isinstance(text, str) or not text:
        return Metric.UNKNOWN
    low = text.lower()
    if low in SHARES:
        return Metric.SHARE
    return Metric.NUMBERS if low.startswith(NUMBERS) else Metric.CLASSES


def of_call(call: Call) -> Metric:
    """What a metric of truth and predictions looks at."""
    return {"share": Metric.SHARE, "numbers": Metric.NUMBERS}.get(call.gives, Metric.CLASSES)
