"""A number in, a random small pipeline and the shape of its table out; always the same."""

from __future__ import annotations

import random
from dataclasses import dataclass

from . import applied, begin, finish, parts, steps
from .table import Shape
from .wrapped import wrapped
from .writer import Writer


@dataclass(frozen=True, slots=True)
class Made:
    """A program and what it reads."""

    number: int
    text: str
    shape: Shape
    forms: tuple[str, ...]


def program(number: int) -> Made:
    """The program of this number."""
    w = Writer(random.Random(number))
    shape = begin.shape(w)
    for _ in range(w.chance.choice([0, 0, 1])):
        _dead(w)
    if shape.text:
        _texts(w)
    elif w.frame:
        _frames(w)
    else:
        _arrays(w, *begin.arrays(w))
    return Made(number, wrapped(w), shape, tuple(w.forms))


def _dead(w: Writer) -> None:
    """A function that nothing calls."""
    w.form("dead function")
    w.use("sklearn.preprocessing", "StandardScaler")
    name = w.name("unused", "old")
    w.define(f"def {name}(data):", "    data = StandardScaler().fit_transform(data)", "    return (data - data.mean()) / data.std()")


def _frames(w: Writer) -> None:
    df = begin.frame(w)
    early = w.chance.choice(["", "", "", "", "", "spoil", "spoil", "repeat", "fill"])
    if early == "spoil":
        begin.spoiled_frame(w, df)
    if early == "fill" and w.missing:
        w.form("filled by mean")
        names = list(w.columns)
        w.say(
            w.chance.choice(
                [
                    f"{df}[{names!r}] = {df}[{names!r}].fillna({df}[{names!r}].mean())",
                    f"for c in {names!r}:\n{'    ' * w.deep}    {df}[c] = {df}[c].fillna({df}[c].median())",
                    f"{df} = {df}.fillna({df}.mean(numeric_only=True))",
                ]
            )
        )
        w.missing = False
    if early == "repeat":
        begin.filled(w, df)
        df = parts.repeated_frame(w, df)
    if w.coin(0.12):
        df = begin.travelled(w, df)
    if w.coin(0.3):
        _by_frames(w, df)
        return
    if not w.coin(0.3):
        begin.filled(w, df)
    groups = ""
    if w.group:
        groups = "groups"
        w.say(f'{groups} = {df}["{w.group}"]')
    if w.category and w.coin(0.2):
        w.form("get_dummies")
        w.use("pandas as pd")
        w.say(f'{df} = pd.get_dummies({df}, columns=["{w.category}"], dtype=float)')
        w.category = ""
    X, y = begin.separated(w, df)
    if w.coin(0.35):
        begin.to_arrays(w, X, y)
    _arrays(w, X, y, groups, bool(early))


def _by_frames(w: Writer, df: str) -> None:
    """The frame itself is parted."""
    w.form("frames apart")
    mixed = w.coin(0.15)
    train, test = parts.parted_frame(w, df)
    for _ in range(w.chance.choice([0, 1, 2])):
        source = w.chance.choice([train] * 6 + [df, test])
        if source == df:
            w.form("learned from all")
        op = steps.of_columns(w, counts=source != test)
        if source == test:  # each by itself
            applied.learned(w, op, train, [train])
        applied.learned(w, op, source, [train, test] if source != test else [test])
    if mixed:
        w.form("test added to training")
        w.use("pandas as pd")
        w.say(f"{train} = pd.concat([{train}, {test}])")
    A, B, a, b = parts.named(w)
    begin.separated(w, train, A, a, told=False)
    begin.separated(w, test, B, b, told=False)
    w.columns = ()
    finish.prepared(w, (A, B, a, b))
    _ends(w, (A, B, a, b))


def _arrays(w: Writer, X: str, y: str, groups: str = "", early: bool = False) -> None:
    """Features and target, up to the score."""
    fault = (
        w.chance.choice(["", "", "", "", "", "", "spoil", "spoil", "spoil", "repeat", "mix", "again"]) if not early or w.coin(0.1) else ""
    )
    if w.missing and fault in ("spoil", "repeat"):
        applied.on_itself(w, steps.filler(w), X)
        w.missing = False
    if fault == "spoil":
        begin.spoiled(w, X, y)
    elif fault == "repeat":
        parts.repeated(w, X, y)
        groups = ""
    if not w.missing and w.coin(0.2):
        w.say(f"{X} = {w.fill(steps.stateless(w), a=X)}")
    flow = w.form(w.chance.choice(["apart", "apart", "apart", "folds", "cross", "search"]))
    if groups and fault != "mix":
        finish.folded(w, X, y, groups)
    elif flow == "folds" and fault not in ("mix", "again"):
        finish.folded(w, X, y)
    elif flow == "cross" and fault not in ("mix", "again"):
        make = finish.model(w)
        finish.crossed(w, X, y, finish.piped(w, make) if w.missing or w.coin() else make)
    elif flow == "search" and fault not in ("mix", "again") and w.coin(0.3):
        finish.searched(w, X, y, None, finish.model(w))
    else:
        _apart(w, X, y, fault, flow == "search")


def _apart(w: Writer, X: str, y: str, fault: str, search: bool) -> None:
    A, B, a, b = parts.parted(w, X, y)
    if fault == "again":
        if w.missing:
            begin.filled(w, A)
            w.say(f"{A}, {B} = {A}.fillna(0), {B}.fillna(0)")
        tool = w.name("scaler", "t")
        w.form("fitted again")
        w.say(f"{tool} = {steps.tool(w)}", f"{A} = {tool}.fit_transform({A})", f"{B} = {tool}.fit_transform({B})")
        w.frame_lost()
    elif fault == "mix":
        kind = w.form("mix " + w.chance.choice(["all", "joined", "second", "swap"]))[4:]
        if w.missing:
            w.say(f"{X} = {X}.fillna(0)" if w.frame else f"{X} = np.nan_to_num({X})", f"{A}, {B} = [np.nan_to_num(v) for v in ({A}, {B})]")
            w.use("numpy as np")
            if w.frame:
                w.say(f"{X} = np.asarray({X})")
            w.frame_lost()
            w.missing = False
        if kind == "all":
            finish.fitted_and_scored(w, (X, y), (B, b), finish.model(w))
            return
        if kind == "joined":
            parts.joined(w, A, B, a, b)
        elif kind == "second":
            w.use("sklearn.model_selection", "train_test_split")
            w.say(f"{A}, _, {a}, _ = train_test_split({X}, {y}, test_size=0.4, random_state=77)")
        else:
            A, B, a, b = B, A, b, a
    finish.prepared(w, (A, B, a, b))
    if w.coin(0.2) and not w.missing:
        parts.repeated(w, A, a)
    if search:
        finish.searched(w, A, a, (B, b), finish.model(w))
        return
    _ends(w, (A, B, a, b))


def _ends(w: Writer, four: parts.Parts) -> None:
    A, B, a, b = four
    if w.coin(0.12) and not w.missing:
        box = w.name("sets", "parts")
        w.form("parts in a dict")
        w.say(f"{box} = {{'train': ({A}, {a}), 'test': ({B}, {b})}}", f"{A}, {a} = {box}['train']", f"{B}, {b} = {box}['test']")
    make = finish.model(w)
    make = finish.piped(w, make) if w.missing or w.coin(0.3) else make
    if w.coin(0.06):
        w.form("never scored")
        w.say(f"answers = {make}.fit({A}, {a}).predict({B})", "print(answers[:5])")
        return
    finish.fitted_and_scored(w, (A, a), (B, b), make)
    if w.coin(0.1) and not w.missing:
        w.form("refit on all")
        parts.joined(w, A, B, a, b)
        w.say(f"final = {make}.fit({A}, {a})")


def _texts(w: Writer) -> None:
    """Words instead of numbers."""
    df = begin.frame(w)
    kind = w.chance.choice(["CountVectorizer()", "TfidfVectorizer()", "HashingVectorizer(n_features=64)"])
    w.use("sklearn.feature_extraction.text", kind.partition("(")[0])
    texts, y = w.name("texts", "docs"), w.name("y", "labels")
    w.say(f'{texts}, {y} = {df}["{w.text}"], {df}["{w.target}"]')
    w.columns = ()
    w.form(kind.partition("(")[0])
    make = finish.model(w).replace("GaussianNB()", "LogisticRegression()").replace("LinearRegression()", "Ridge()")
    w.use("sklearn.linear_model", "LogisticRegression", "Ridge")
    way = w.form("text " + w.chance.choice(["before", "before", "after", "pipe", "cross"]))[5:]
    if way == "before":
        applied.on_itself(w, kind, texts)
        if w.coin():
            finish.crossed(w, texts, y, make)
            return
    if way == "cross":
        w.use("sklearn.pipeline", "make_pipeline")
        finish.crossed(w, texts, y, f"make_pipeline({kind}, {make})")
        return
    w.use("sklearn.model_selection", "train_test_split")
    A, B, a, b = parts.named(w)
    w.say(f"{A}, {B}, {a}, {b} = train_test_split({texts}, {y}, random_state=0)")
    if way == "after":
        applied.learned(w, applied.as_op(w, kind, False), A, [A, B])
    elif way == "pipe":
        w.use("sklearn.pipeline", "make_pipeline")
        make = f"make_pipeline({kind}, {make})"
    w.frame = False
    finish.fitted_and_scored(w, (A, a), (B, b), make)
