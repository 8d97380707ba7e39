"""The forms in which a preparation is written down: a call, a helper, a class, a loop, a closure, a pipe."""

from __future__ import annotations

from .writer import Op, Writer


def as_op(w: Writer, make: str, target: bool) -> Op:
    """A library's transformer as lines that learn and an expression that applies."""
    name = w.name("scaler", "t", "prep", "enc")
    fit = "{a}, {y}" if target else "{a}"
    if w.coin(0.4):
        return [f"{name} = {make}.fit({fit})"], f"{name}.transform({{a}})"
    return [f"{name} = {make}", f"{name}.fit({fit})"], f"{name}.transform({{a}})"


def on_itself(w: Writer, make: str, a: str, y: str = "") -> None:
    """Learn from `a` and apply to `a`, by a library's transformer, in one of many forms."""
    kinds = ["fit_transform", "fit_transform", "chain", "two", "loop", "helper", "early", "lambda", "dict", "args", "closure", "class"]
    kinds += ["recursion", "comprehension", "function", "default", "own", "steps", "branch", "tried", "global"] if not y else []
    kind = w.form("itself " + w.chance.choice(kinds))[7:]
    given = f"{a}, {y}" if y else a
    params = "data, labels" if y else "data"
    name = w.name("scaler", "t", "prep")
    helper = w.name("scale", "prepare", "transform", "clean")
    if kind == "fit_transform":
        w.say(f"{a} = {make}.fit_transform({given})")
    elif kind == "chain":
        w.say(f"{a} = {make}.fit({given}).transform({a})")
    elif kind == "two":
        w.say(f"{name} = {make}", f"{name}.fit({given})", f"{a} = {name}.transform({a})")
    elif kind == "loop":
        w.say(f"for {name} in [{make}]:", f"    {a} = {name}.fit_transform({given})")
    elif kind == "helper":
        w.define(f"def {helper}({params}):", f"    {name} = {make}", f"    return {name}.fit_transform({params})")
        w.say(f"{a} = {helper}({given})")
    elif kind == "early":
        w.define(f"def {helper}({params}, on=True):", "    if not on:", "        return data", f"    return {make}.fit_transform({params})")
        w.say(f"{a} = {helper}({given})")
    elif kind == "default":
        w.define(f"def {helper}(data, tool={make}):", "    tool.fit(data)", "    return tool.transform(data)")
        w.say(f"{a} = {helper}({a})")
    elif kind == "lambda":
        w.say(f"{helper} = lambda {params}: {make}.fit_transform({params})", f"{a} = {helper}({given})")
    elif kind == "dict":
        w.say(f"{name} = {{'first': {make}}}", f"{a} = {name}['first'].fit_transform({given})")
    elif kind == "args":
        w.define(f"def {helper}(tool, *data):", "    return tool.fit_transform(*data)")
        w.say(f"{a} = {helper}({make}, {given})")
    elif kind == "closure":
        w.define(
            f"def {helper}({params}):",
            f"    tool = {make}.fit({params})",
            "    def inner(new):",
            "        return tool.transform(new)",
            "    return inner",
        )
        w.say(f"{a} = {helper}({given})({a})")
    elif kind == "class":
        w.define(f"class {helper.title()}:", "    def __init__(self):", f"        self.tool = {make}", f"    def fit(self, {params}):")
        w.defined[-1:] = [
            f"        self.tool.fit({params})",
            "        return self",
            "    def transform(self, data):",
            "        return self.tool.transform(data)",
            "",
        ]
        w.say(f"{a} = {helper.title()}().fit({given}).transform({a})")
    elif kind == "recursion":
        w.define(
            f"def {helper}(data, tools):",
            "    if not tools:",
            "        return data",
            f"    return {helper}(tools[0].fit_transform(data), tools[1:])",
        )
        w.say(f"{a} = {helper}({a}, [{make}])")
    elif kind == "own":
        w.use("sklearn.base", "BaseEstimator", "TransformerMixin")
        w.define(
            f"class {helper.title()}(BaseEstimator, TransformerMixin):",
            "    def fit(self, X, y=None):",
            f"        self.inner_ = {make}.fit(X)",
        )
        w.defined[-1:] = ["        return self", "    def transform(self, X):", "        return self.inner_.transform(X)", ""]
        w.say(f"{a} = {helper.title()}().fit_transform({a})")
    elif kind == "steps":
        w.say(f"{name} = [('one', {make})]", f"for label, step in {name}:", f"    {a} = step.fit_transform({a})")
    elif kind == "branch":
        w.say("MODE = 'all'", "if MODE == 'all':", f"    {a} = {make}.fit_transform({a})", "else:", f"    {a} = None")
    elif kind == "tried":
        w.say("try:", f"    {a} = {make}.fit_transform({a})", "except KeyError:", "    print('no')")
    elif kind == "global":
        w.define(f"{name.upper()} = {make}", f"def {helper}(data):", f"    return {name.upper()}.fit_transform(data)")
        w.say(f"{a} = {helper}({a})")
    elif kind == "comprehension":
        w.say(f"{a} = [{name}.fit_transform({a}) for {name} in ({make},)][0]")
    else:
        w.say(f"{name} = {make}.fit_transform", f"{a} = {name}({a})")
    w.frame, w.columns = False, ()


def learned(w: Writer, op: Op, source: str, targets: list[str], y: str = "") -> None:
    """Learn from `source` and apply to each of `targets`, which get new values."""
    lines, apply = op
    kinds = ["inline", "inline", "inline", "helper", "comprehension", "loop", "closure", "class", "map", "dict", "tuple"]
    kind = w.form("learned " + w.chance.choice(kinds))[8:]
    helper = w.name("apply", "prepare", "learn", "transform")
    params = "data, labels" if y else "data"
    given = f"{source}, {y}" if y else source
    body = [w.fill(line, a="data", y="labels") for line in lines]
    if kind == "helper" and len(targets) == 2 and source == targets[0]:
        w.define(
            f"def {helper}({params}, other):",
            *("    " + line for line in body),
            f"    return {w.fill(apply, a='data')}, {w.fill(apply, a='other')}",
        )
        w.say(f"{targets[0]}, {targets[1]} = {helper}({given}, {targets[1]})")
        return
    if kind == "closure":
        w.define(f"def {helper}({params}):", *("    " + line for line in body), f"    return lambda new: {w.fill(apply, a='new')}")
        w.say(f"{(name := w.name('do', 'go'))} = {helper}({given})")
        for target in targets:
            w.say(f"{target} = {name}({target})")
        return
    if kind == "class":
        state = [line.partition(" = ")[0] for line in body if " = " in line]
        names = [name.strip() for part in state for name in part.split(",")]

        def own(text: str) -> str:
            for name in names:
                text = _renamed(text, name, f"self.{name}")
            return text

        w.define(
            f"class {helper.title()}:", f"    def fit(self, {params}):", *("        " + own(line) for line in body), "        return self"
        )
        w.defined[-1:] = ["    def transform(self, data):", f"        return {own(w.fill(apply, a='data'))}", ""]
        w.say(f"{(name := w.name('obj', 'steps'))} = {helper.title()}()", f"{name}.fit({given})")
        for target in targets:
            w.say(f"{target} = {name}.transform({target})")
        return
    w.say(*(w.fill(line, a=source, y=y) for line in lines))
    if kind in ("comprehension", "map") and len(targets) == 2:
        both = ", ".join(targets)
        if kind == "map":
            w.say(f"{both} = map(lambda part: {w.fill(apply, a='part')}, ({both}))")
        else:
            w.say(f"{both} = [{w.fill(apply, a='part')} for part in ({both})]")
    elif kind == "dict" and len(targets) == 2:
        box = w.name("sets", "by_name")
        w.say(
            f"{box} = {{'train': {targets[0]}, 'test': {targets[1]}}}",
            f"{box} = {{key: {w.fill(apply, a='part')} for key, part in {box}.items()}}",
        )
        w.say(f"{targets[0]}, {targets[1]} = {box}['train'], {box}['test']")
    elif kind == "tuple" and len(targets) == 2:
        w.say(f"{', '.join(targets)} = {', '.join(w.fill(apply, a=target) for target in targets)}")
    elif kind == "loop" and len(targets) == 2:
        parts = w.name("parts", "done")
        w.say(f"{parts} = []", f"for part in [{', '.join(targets)}]:", f"    {parts}.append({w.fill(apply, a='part')})")
        w.say(f"{', '.join(targets)} = {parts}")
    else:
        for target in targets:
            w.say(f"{target} = {w.fill(apply, a=target)}")


def _renamed(text: str, name: str, new: str) -> str:
    import re

    return re.sub(rf"(?<![\w.]){re.escape(name)}\b", new, text)
