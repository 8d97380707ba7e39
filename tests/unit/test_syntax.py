"""IPython's syntax becomes Python without moving what people see."""

from __future__ import annotations

import ast

import pytest

from mlreview_jupyter.model.program import Cell, Step
from mlreview_jupyter.syntax.parse import parse

REWRITTEN = [
    ("%time x = f()", "x = f()"),
    ("%%time\nx = 1", "x = 1"),
    ("%%capture out\nprint(1)", "out = get_ipython().capture()\nprint(1)"),
    ("%%capture --no-stderr out\nprint(1)", "out = get_ipython().capture()\nprint(1)"),
    ("%prun -l 4 z = g()", "z = g()"),
    ("%prun -s cumulative -l5 z = g()", "z = g()"),
    ("%%prun -s cumulative\nz = g()", "z = g()"),
    ("x = !ls *.txt", "x = get_ipython().getoutput('ls *.txt')"),
    ("x = %pwd", "x = get_ipython().run_line_magic('pwd', '')"),
    ("if a:\n    !ls \\\n      -l\n    y = 2", "if a:\n    get_ipython().system('ls  -l')\n    y = 2"),
    ("df.head?", "get_ipython().run_line_magic('pinfo', 'df.head')"),
    ("?df", "get_ipython().run_line_magic('pinfo', 'df')"),
    ("cd ..\nx = 1", "get_ipython().run_line_magic('cd', '..')\nx = 1"),
    ("%pip install -q pandas", "get_ipython().run_line_magic('pip', 'install -q pandas')"),
    ("%run prepare.py\nx = 1", "get_ipython().run_line_magic('run', 'prepare.py')\nx = 1"),
    ("%%bash\necho 'it", "get_ipython().run_cell_magic('bash', '', '')"),
    ("%%sql x <<\nselect 1", "x = get_ipython().run_cell_magic('sql', 'x <<', '')"),
    ("%%R -o x,y\n1", "x, y = get_ipython().run_cell_magic('R', '-o x,y', '')"),
    ("%%writefile f.py\nx = (", "get_ipython().run_cell_magic('writefile', 'f.py', '')"),
    ("# first\n\n%%time\nx = 1", "x = 1"),
    ("s = '''\n%time\n'''\n!ls", "s = '\\n%time\\n'\nget_ipython().system('ls')"),
    ("x = (a\n%b)\n!ls", "x = a % b\nget_ipython().system('ls')"),
    ('!echo "("\nx = 1', "get_ipython().system('echo \"(\"')\nx = 1"),
    ("print 'a' % b", "print('a' % b)"),
    ("try:\n    f()\nexcept E, e:\n    print e", "try:\n    f()\nexcept E as e:\n    print(e)"),
]


@pytest.mark.parametrize(("source", "python"), REWRITTEN)
def test_rewrites(source: str, python: str) -> None:
    parsed = parse(source)
    assert parsed.tree is not None, parsed.problem
    assert ast.dump(parsed.tree) == ast.dump(ast.parse(python))


@pytest.mark.parametrize("source", ["x = 1", "x = (a\n%b)", "time = 3\nls = time", "x = 5 % 3"])
def test_python_stays_as_it_is(source: str) -> None:
    parsed = parse(source)
    assert parsed.tree is not None
    assert ast.dump(parsed.tree) == ast.dump(ast.parse(source))


def test_timeit_runs_aside() -> None:
    assert parse("%%timeit base = 2\nsum([base])").language == "aside"


@pytest.mark.parametrize(
    "source", ["def f(:", "x = = 1", "Just some words here", "\x00", "x = '\ud800'", "(" * 5000, "-" * 100_000 + "1", "x = " + "9" * 5000]
)
def test_what_is_not_python_has_a_reason(source: str) -> None:
    parsed = parse(source)
    assert parsed.tree is None
    assert parsed.problem


def test_an_endless_cell_is_not_given_to_the_parser() -> None:
    parsed = parse("x = [" + "1," * 300_000 + "]")
    assert parsed.tree is None
    assert "tokens" in parsed.problem


def place_of(source: str, name: str) -> tuple[int, int, int]:
    parsed = parse(source)
    assert parsed.tree is not None
    step = Step(Cell(0, "code", source), parsed.tree, "n.ipynb", True, parsed.shifts, tuple(source.split("\n")))
    node = next(node for node in ast.walk(parsed.tree) if isinstance(node, ast.Name) and node.id == name)
    place = step.place(node)
    return place.line, place.column, place.end_column


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("%time spot = f()", "spot"),
        ("%%timeit -n1 spot = 2\nf()", "spot"),
        ("é = 'ü'; spot = 1", "spot"),
        ("if x:\n    %time   spot = f()", "spot"),
    ],
)
def test_places_are_those_of_the_original_text(source: str, name: str) -> None:
    line, column, end = place_of(source, name)
    assert source.split("\n")[line - 1][column:end] == name
