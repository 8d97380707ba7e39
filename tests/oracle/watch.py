"""A program and a table in, the record of its run out: what its models were given, with chance held still."""

from __future__ import annotations

import os
import random
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

import numpy as np
import pandas as pd

from .events import Asked, Fitted, Record, judge, matrix, remember
from .table import Table

PATH = "data.csv"
_METRICS = "accuracy_score f1_score roc_auc_score mean_squared_error mean_absolute_error r2_score balanced_accuracy_score log_loss".split()


class Watch:
    """The one run that is going on; the classes of the libraries report to it."""

    def __init__(self) -> None:
        self.table: Table | None = None
        self.record = Record()
        self.first: Record | None = None  # the run whose splits, draws and (with `frozen`) models are taken again
        self.frozen = False
        self.depth = 0  # models within models
        self.inner = 0  # transformers within transformers
        self.inside = ""  # "cv", "search"
        self._undo: list[tuple[Any, str, Any]] = []

    def run(self, code: CodeType, table: Table, first: Record | None = None, frozen: bool = False) -> Record:
        """Run it; what it raises is passed on."""
        self.table, self.record, self.first, self.frozen = table, Record(), first, frozen
        self.depth, self.inner, self.inside = 0, 0, ""
        np.random.seed(0)
        random.seed(0)
        exec(code, {"__name__": "__main__", "print": lambda *_, **__: None})
        return self.record

    def put(self, owner: Any, name: str, wrap: Callable[[Any], Any]) -> None:
        """Replace an attribute until the watch ends."""
        before = getattr(owner, name)
        self._undo.append((owner, name, owner.__dict__.get(name)))
        setattr(owner, name, wrap(before))

    def end(self) -> None:
        """Everything is as it was."""
        for owner, name, before in reversed(self._undo):
            if before is None:
                delattr(owner, name)
            else:
                setattr(owner, name, before)
        self._undo.clear()


def models() -> list[type]:
    """The classes whose fits and answers are recorded."""
    import imblearn.pipeline
    import sklearn.pipeline
    from sklearn import ensemble, linear_model, naive_bayes, neighbors, tree

    return [
        imblearn.pipeline.Pipeline,
        sklearn.pipeline.Pipeline,
        linear_model.LogisticRegression,
        linear_model.Ridge,
        linear_model.LinearRegression,
        linear_model.RidgeClassifier,
        linear_model.SGDClassifier,
        tree.DecisionTreeClassifier,
        tree.DecisionTreeRegressor,
        neighbors.KNeighborsClassifier,
        neighbors.KNeighborsRegressor,
        naive_bayes.GaussianNB,
        ensemble.RandomForestClassifier,
        ensemble.RandomForestRegressor,
    ]


@contextmanager
def watching() -> Iterator[Watch]:
    """The libraries report to a watch, in a folder of its own."""
    import sklearn

    from .chance import hold
    from .transformed import transformed

    watch = Watch()
    home = os.getcwd()
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(), sklearn.config_context(skip_parameter_validation=True):
        warnings.simplefilter("ignore")
        os.chdir(folder)
        try:
            for model in models():
                _model(watch, model)
            _sources(watch)
            transformed(watch)
            _judges(watch)
            hold(watch)
            yield watch
        finally:
            watch.end()
            os.chdir(home)


def _model(watch: Watch, model: type) -> None:
    def fit(real: Any) -> Any:
        def wrapped(self: Any, X: Any, y: Any = None, *more: Any, **named: Any) -> Any:
            if watch.depth:
                return real(self, X, y, *more, **named)
            number = len(watch.record.fits)
            watch.record.fits.append(fitted := Fitted(matrix(X)))
            before = watch.first.fits[number] if watch.frozen and watch.first and number < len(watch.first.fits) else None
            if before is not None and before.state and before.rows.shape == fitted.rows.shape:
                self.__dict__.update(before.state)
            else:
                watch.depth += 1
                try:
                    real(self, X, y, *more, **named)
                finally:
                    watch.depth -= 1
                fitted.state = dict(self.__dict__)
            self.__dict__["fit_number"], self.__dict__["given"] = number, fitted.rows
            return self

        return wrapped

    def ask(real: Any) -> Any:
        def wrapped(self: Any, X: Any, *more: Any, **named: Any) -> Any:
            if watch.depth or "fit_number" not in self.__dict__:
                return real(self, X, *more, **named)
            judged = bool(watch.inside) or real.__name__ == "score"
            watch.record.asked.append(one := Asked(matrix(X), self.__dict__["fit_number"], judged, watch.inside == "search"))
            watch.depth += 1
            try:
                result = real(self, X, *more, **named)
            finally:
                watch.depth -= 1
            return result if watch.inside else remember(result, one)

        return wrapped

    watch.put(model, "fit", fit)
    for name in ("predict", "predict_proba", "score"):
        if name in dir(model):
            watch.put(model, name, ask)


def _sources(watch: Watch) -> None:
    import sklearn.datasets

    def table() -> Table:
        assert watch.table is not None
        return watch.table

    def read(real: Any) -> Any:
        return lambda path, *more, **named: table().frame.copy() if path == PATH else real(path, *more, **named)

    def load(real: Any) -> Any:
        def wrapped(path: Any, *more: Any, **named: Any) -> Any:
            return (
                {"X.npy": table().features, "y.npy": table().target}.get(path) if path in ("X.npy", "y.npy") else real(path, *more, **named)
            )

        return wrapped

    watch.put(pd, "read_csv", read)
    watch.put(np, "load", load)
    for name in ("make_classification", "make_regression"):
        watch.put(sklearn.datasets, name, lambda real: lambda *_, **__: (table().features, table().target))


def _judges(watch: Watch) -> None:
    import sklearn.metrics
    import sklearn.model_selection
    from sklearn.model_selection._search import BaseSearchCV

    def metric(real: Any) -> Any:
        def wrapped(*given: Any, **named: Any) -> Any:
            for one in (*given, *named.values()):
                judge(one)
            return real(*given, **named)

        return wrapped

    def within(word: str) -> Callable[[Any], Any]:
        def wrap(real: Any) -> Any:
            def wrapped(*given: Any, **named: Any) -> Any:
                before, watch.inside = watch.inside, watch.inside or word
                try:
                    return real(*given, **named)
                finally:
                    watch.inside = before

            return wrapped

        return wrap

    for name in _METRICS:
        watch.put(sklearn.metrics, name, metric)
    for name in ("cross_val_score", "cross_validate", "cross_val_predict"):
        watch.put(sklearn.model_selection, name, within("cv"))
    watch.put(BaseSearchCV, "fit", within("search"))
