"""Models and their scores: on a part, in folds, by cross-validation, by a search."""

from __future__ import annotations

from . import applied, steps
from .parts import Parts, repeated
from .writer import Writer


def model(w: Writer) -> str:
    """A model, as an expression that makes it."""
    if w.classes:
        choices = [
            ("linear_model", "LogisticRegression(max_iter=15)"),
            ("tree", "DecisionTreeClassifier(max_depth=3, random_state=0)"),
            ("naive_bayes", "GaussianNB()"),
            ("neighbors", "KNeighborsClassifier(3)"),
            ("linear_model", "RidgeClassifier()"),
        ]
    else:
        choices = [
            ("linear_model", "Ridge()"),
            ("linear_model", "LinearRegression()"),
            ("tree", "DecisionTreeRegressor(max_depth=3, random_state=0)"),
            ("neighbors", "KNeighborsRegressor(3)"),
        ]
    module, make = w.chance.choice(choices)
    w.use(f"sklearn.{module}", make.partition("(")[0])
    return make


def piped(w: Writer, make: str) -> str:
    """The model behind preparations of its own."""
    inside = []
    if w.missing:
        w.use("sklearn.impute", "SimpleImputer")
        inside.append("SimpleImputer()")
    for _ in range(w.chance.choice([0, 1, 1, 2])):
        inside.append(steps.tool(w) if w.coin(0.8) else steps.chooser(w))
        w.columns = ()
    if not inside:
        return make
    w.form("pipeline")
    if w.classes and w.coin(0.15):
        w.use("imblearn.pipeline", "make_pipeline as make_imb_pipeline")
        w.use("imblearn.over_sampling", "RandomOverSampler")
        w.form("sampler in pipeline")
        return f"make_imb_pipeline({', '.join(inside)}, RandomOverSampler(random_state=0), {make})"
    if w.coin(0.3):
        w.use("sklearn.pipeline", "Pipeline")
        told = ", ".join(f"('s{at}', {step})" for at, step in enumerate([*inside, make]))
        return f"Pipeline([{told}])"
    w.use("sklearn.pipeline", "make_pipeline")
    return f"make_pipeline({', '.join([*inside, make])})"


def metric(w: Writer, y: str, answer: str) -> str:
    """An expression that judges the answers."""
    name = w.chance.choice(["accuracy_score", "f1_score"] if w.classes else ["mean_squared_error", "r2_score"])
    if w.classes and w.coin(0.2):
        w.use("numpy as np")
        return w.chance.choice([f"({answer} == {y}).mean()", f"np.mean({answer} == {y})"])
    if w.coin(0.15):
        w.use("sklearn", "metrics")
        return f"metrics.{name}({y}, {answer})"
    w.use("sklearn.metrics", name)
    return f"{name}({y}, {answer})"


def fitted_and_scored(w: Writer, fit: tuple[str, str], test: tuple[str, str], make: str) -> None:
    """Fit on one, score the other."""
    name, out = w.name("model", "clf", "est"), w.name("score", "result", "acc")
    kinds = ["score", "metric", "metric", "chain", "helper", "models", "class"]
    kind = w.form("model " + w.chance.choice(kinds))[6:]
    X, y = fit
    if kind == "score":
        w.say(f"{name} = {make}", f"{name}.fit({X}, {y})", f"{out} = {name}.score({test[0]}, {test[1]})")
    elif kind == "metric":
        w.say(
            f"{name} = {make}.fit({X}, {y})",
            f"{(p := w.name('pred', 'answers'))} = {name}.predict({test[0]})",
            f"{out} = {metric(w, test[1], p)}",
        )
    elif kind == "chain":
        w.say(f"{out} = {make}.fit({X}, {y}).score({test[0]}, {test[1]})")
    elif kind == "helper":
        helper = w.name("evaluate", "run")
        w.define(
            f"def {helper}(est, X, y, X2, y2):",
            "    est.fit(X, y)",
            "    guess = est.predict(X2)",
            f"    return {metric(w, 'y2', 'guess')}",
        )
        w.say(f"{out} = {helper}({make}, {X}, {y}, {test[0]}, {test[1]})")
    elif kind == "models":
        box = w.name("models", "candidates")
        w.say(f"{box} = {{'a': {make}, 'b': {model(w)}}}" if not w.missing else f"{box} = {{'a': {make}}}")
        w.say(
            f"for key, {name} in {box}.items():",
            f"    {name}.fit({X}, {y})",
            f"    {out} = {name}.score({test[0]}, {test[1]})",
            f"    print(key, {out})",
        )
    else:
        cls = w.name("Trainer", "Experiment")
        w.define(
            f"class {cls}:",
            "    def __init__(self, est):",
            "        self.est = est",
            "    def train(self, X, y):",
            "        self.est.fit(X, y)",
        )
        w.defined[-1:] = ["    def evaluate(self, X, y):", "        return self.est.score(X, y)", ""]
        w.say(f"{name} = {cls}({make})", f"{name}.train({X}, {y})", f"{out} = {name}.evaluate({test[0]}, {test[1]})")
    w.say(f"print({out})")
    if w.coin(0.15) and kind in ("score", "metric"):
        w.form("training score beside")
        w.say(f"print('train', {name}.score({X}, {y}))")


def crossed(w: Writer, X: str, y: str, make: str) -> None:
    """Cross-validated in one call."""
    function = w.form(w.chance.choice(["cross_val_score", "cross_val_score", "cross_validate", "cross_val_predict"]))
    w.use("sklearn.model_selection", function)
    folds = w.chance.choice(["3", "folds", "folds", "strata" if w.classes else "3"])
    if folds == "folds":
        w.use("sklearn.model_selection", "KFold")
        folds = "KFold(3, shuffle=True, random_state=0)"
    elif folds == "strata":
        w.use("sklearn.model_selection", "StratifiedKFold")
        folds = "StratifiedKFold(3)"
    out = w.name("scores", "cv")
    w.say(f"{out} = {function}({make}, {X}, {y}, cv={folds})")
    if function == "cross_val_predict":
        w.say(f"print({metric(w, y, out)})")
    else:
        w.say(f"print({out})")


def folded(w: Writer, X: str, y: str, groups: str = "") -> None:
    """A loop over folds; what is learned in it learns from the fold's training rows."""
    kinds = ["KFold(3, shuffle=True, random_state=0)", "TimeSeriesSplit(3)", "ShuffleSplit(2, random_state=0)"]
    splitter = w.chance.choice(kinds + (["StratifiedKFold(3)"] if w.classes else []))
    if groups:
        splitter = "GroupKFold(3)"
    w.form("folds " + splitter.partition("(")[0])
    w.use("sklearn.model_selection", splitter.partition("(")[0])
    given = f"{X}, {y}" + (f", {groups}" if groups else "")
    one, two = w.chance.choice([("train", "test"), ("tr", "va"), ("train_idx", "val_idx")])
    number = w.coin(0.3)
    out = w.name("scores", "results")
    w.say(f"{out} = []")
    head = (
        f"for fold, ({one}, {two}) in enumerate({splitter}.split({given})):"
        if number
        else f"for {one}, {two} in {splitter}.split({given}):"
    )
    w.say(head)
    w.deep += 1
    at = ".iloc" if w.frame else ""
    parts = A, B, a, b = f"X_{one}", f"X_{two}", f"y_{one}", f"y_{two}"
    at_y = ".iloc" if w.series else ""
    w.say(f"{A}, {B} = {X}{at}[{one}], {X}{at}[{two}]", f"{a}, {b} = {y}{at_y}[{one}], {y}{at_y}[{two}]")
    prepared(w, parts)
    if w.coin(0.2):
        repeated(w, A, a)
    name = w.name("model", "clf")
    make = piped(w, model(w)) if w.missing else model(w)
    w.say(f"{name} = {make}.fit({A}, {a})")
    w.say(f"{out}.append({name}.score({B}, {b}))" if w.coin() else f"{out}.append({metric(w, b, f'{name}.predict({B})')})")
    w.deep -= 1
    w.say(f"print(sum({out}) / len({out}))")


def searched(w: Writer, X: str, y: str, test: tuple[str, str] | None, make: str) -> None:
    """A search over one setting; then the rows set aside, if any."""
    searcher = w.chance.choice(["GridSearchCV", "GridSearchCV", "RandomizedSearchCV"])
    w.use("sklearn.model_selection", searcher)
    w.use("sklearn.pipeline", "Pipeline")
    w.form("search")
    name = w.name("search", "grid")
    inside = []
    if w.missing:
        w.use("sklearn.impute", "SimpleImputer")
        inside.append("('fill', SimpleImputer())")
    if w.coin(0.7):
        inside.append(f"('prep', {steps.tool(w)})")
    inside.append(f"('m', {make})")
    setting = {"Log": "C", "Rid": "alpha", "Dec": "max_depth", "KNe": "n_neighbors"}.get(make[:3], "")
    grid = {"C": [1.0], "alpha": [1.0], "max_depth": [2], "n_neighbors": [3]}.get(setting)
    told = f"{{'m__{setting}': {grid}}}" if grid else "{}"
    w.say(
        f"{name} = {searcher}(Pipeline([{', '.join(inside)}]), {told}, {'n_iter=1, ' if searcher[0] == 'R' else ''}cv=2)",
        f"{name}.fit({X}, {y})",
    )
    if test:
        w.say(
            f"print({name}.score({test[0]}, {test[1]}))"
            if w.coin()
            else f"print({metric(w, test[1], f'{name}.best_estimator_.predict({test[0]})')})"
        )
    else:
        w.say(f"print({name}.best_score_)")


def prepared(w: Writer, parts: Parts) -> None:
    """Preparations that learn from the training part and are applied to both."""
    A, B, a, _ = parts
    if w.missing and w.coin(0.8):
        applied.learned(w, applied.as_op(w, steps.filler(w), False), A, [A, B])
        w.frame_lost()
        w.missing = False
    for _ in range(w.chance.choice([0, 1, 1, 2])):
        if w.missing:
            break
        kind = w.chance.choice(["tool", "tool", "hand", "choose", "stateless"])
        if kind == "tool":
            applied.learned(w, applied.as_op(w, steps.tool(w), False), A, [A, B])
            w.frame_lost()
        elif kind == "choose":
            applied.learned(w, applied.as_op(w, steps.chooser(w), True), A, [A, B], a)
            w.frame_lost()
        elif kind == "hand":
            applied.learned(w, steps.by_hand(w), A, [A, B])
            w.columns = ()
        else:
            before = w.frame
            expression = steps.stateless(w)
            w.say(f"{A}, {B} = {w.fill(expression, a=A)}, {w.fill(expression, a=B)}")
            if before and not w.frame:
                w.frame_lost()
