"""What transformers are given and give, one call after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .events import Made, matrix

if TYPE_CHECKING:
    from .watch import Watch

_KINDS = {
    "sklearn.preprocessing": "StandardScaler MinMaxScaler RobustScaler MaxAbsScaler QuantileTransformer KBinsDiscretizer",
    "sklearn.decomposition": "PCA TruncatedSVD",
    "sklearn.impute": "SimpleImputer KNNImputer",
    "sklearn.feature_selection": "SelectKBest",
    "sklearn.compose": "ColumnTransformer",
    "sklearn.pipeline": "FeatureUnion",
    "sklearn.feature_extraction.text": "CountVectorizer TfidfVectorizer",
}
_STATELESS = {
    "sklearn.preprocessing": "Normalizer FunctionTransformer PolynomialFeatures",
    "sklearn.feature_extraction.text": "HashingVectorizer",
}


def transformed(watch: Watch) -> None:
    """Record what goes through the transformers that are not part of another one."""
    from importlib import import_module

    for table, learns in ((_KINDS, True), (_STATELESS, False)):
        for module, names in table.items():
            for name in names.split():
                _wrap(watch, getattr(import_module(module), name), learns)
    pipeline = import_module("sklearn.pipeline").Pipeline  # its fit is recorded as that of a model
    for name in ("transform", "fit_transform"):
        watch.put(pipeline, name, lambda real: _applied(watch, real, True))


def _wrap(watch: Watch, kind: type, learns: bool) -> None:
    def fit(real: Any) -> Any:
        def wrapped(self: Any, X: Any, *more: Any, **named: Any) -> Any:
            self.__dict__["given"] = matrix(X) if learns and not watch.inner else None
            return real(self, X, *more, **named)

        return wrapped

    watch.put(kind, "fit", fit)
    for name in ("transform", "fit_transform"):
        watch.put(kind, name, lambda real: _applied(watch, real, learns))


def _applied(watch: Watch, real: Any, learns: bool) -> Any:
    def wrapped(self: Any, X: Any, *more: Any, **named: Any) -> Any:
        if watch.inner or watch.depth:
            return real(self, X, *more, **named)
        if learns and real.__name__ == "fit_transform":
            self.__dict__["given"] = matrix(X)
        watch.inner += 1
        try:
            out = real(self, X, *more, **named)
        finally:
            watch.inner -= 1
        watch.record.made.append(Made(matrix(X), matrix(out), self.__dict__.get("given")))
        return out

    return wrapped
