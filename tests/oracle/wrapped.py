"""A written program as text: plain, or all of it in a function, a guard, a branch."""

from __future__ import annotations

from .writer import Writer


def wrapped(w: Writer) -> str:
    """The whole text."""
    body = w.lines
    kind = w.chance.choice(["plain"] * 6 + ["main", "guard", "try", "if", "class", "with"])
    w.form("in " + kind)
    indented = ["\n".join("    " + line for line in one.split("\n")) for one in body]
    if kind == "main":
        body = ["def main():", *indented, "", "main()"]
    elif kind == "guard":
        body = ["def main():", *indented, "", 'if __name__ == "__main__":', "    main()"]
    elif kind == "try":
        body = ["try:", *indented, "except KeyError as error:", "    print(error)"]
    elif kind == "if":
        body = ["RUN = True", "if RUN:", *indented]
    elif kind == "class":
        body = [
            "class Job:",
            "    def run(self):",
            *("\n".join("    " + line for line in one.split("\n")) for one in indented),
            "",
            "Job().run()",
        ]
    elif kind == "with":
        body = ["import warnings", "with warnings.catch_warnings():", *indented]
    return "\n".join([*sorted(w.imports), "", *w.defined, *body]) + "\n"
