"""Secrets are found where notebooks keep them, at their place, and shown nowhere."""

from __future__ import annotations

import base64
import html
import json
import time
from typing import Any
from urllib.parse import quote

import pytest

from mlreview_jupyter.model.program import Program
from mlreview_jupyter.model.secret import Secret
from mlreview_jupyter.read.notebook import from_json
from mlreview_jupyter.read.program import from_notebook
from mlreview_jupyter.secrets import find, hide, mask, scan

from ..programs import ask, notebook, script

# Put together here, so that no scanner takes this file for a leak.
GITHUB = "gh" + "p_" + "FAKE4mQz81fake7TnVb" * 2
WORD = "FAKE-Kr0kus-77"
BLOCK = "-----BEGIN " + "PRIVATE KEY-----\n" + "RkFLRUZBS0VGQUtFRkFLRUZBS0VG\n" * 2 + "-----END PRIVATE " + "KEY-----"


def program(*outputs: dict[str, Any], source: str = "show()", kind: str = "code", metadata: dict[str, Any] | None = None) -> Program:
    content = notebook(source)
    content["cells"][0].update(outputs=list(outputs), cell_type=kind, metadata=metadata or {})
    return from_notebook(from_json(content), "example.ipynb")


def stream(text: str | list[str]) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": text}


def shown(mime: str, data: object) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": {mime: data}}


def only(program: Program) -> Secret:
    (secret,) = scan(program)
    return secret


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (f"!git clone https://me:{GITHUB}@github.com/a/b.git", GITHUB),
        ("!mysql -u root -pFAKE-r00t-Sz9 risk", "FAKE-r00t-Sz9"),
        ("%env AWS_SECRET_ACCESS_KEY=FAKEq9x/7hTzFAKE+bW2FAKEr4LmFAKEp8Ys1a2b", "FAKEq9x/7hTzFAKE+bW2FAKEr4LmFAKEp8Ys1a2b"),
        ("!some-login --token FAKE8f3k92ls7d6cQz51", "FAKE8f3k92ls7d6cQz51"),
        ("DB_PASSWORD=FAKE-s3cr3t-beef", "FAKE-s3cr3t-beef"),
        ('uri = f"redis://:FAKE-c4che@{host}:6379/0"', "FAKE-c4che"),
        ("  password: FAKE-y4ml-1f", "FAKE-y4ml-1f"),
        ('password <- "FAKE-R5tudio-2"', "FAKE-R5tudio-2"),
        ("CREATE USER ml IDENTIFIED BY 'FAKE-Sq1-77'", "FAKE-Sq1-77"),
        ("| password | FAKE-t4ble-88x |", "FAKE-t4ble-88x"),
        ('mail.login("me@mail.org", "fake rkkj qebo lzxb")', "fake rkkj qebo lzxb"),
        ("пароль = 'FAKE-Par0l-5'", "FAKE-Par0l-5"),
        ('key = """' + BLOCK + '"""', BLOCK[: BLOCK.rindex("\n")]),
    ],
)
def test_found_in_a_line(line: str, value: str) -> None:
    assert [line[hit.start : hit.end] for hit in find(line)] == [value]


@pytest.mark.parametrize("kind", ["code", "markdown", "raw"])
def test_every_kind_of_cell_is_read(kind: str) -> None:
    place = only(program(source=f"first\nthe password: {WORD}", kind=kind)).place
    assert (place.cell, place.part, place.line, place.column, place.end_column) == (0, "", 2, 14, 14 + len(WORD))


LINE = f'token = "{GITHUB}"'
OUTPUTS = [
    (stream(["first\n", LINE + "\n"]), "outputs/0/text", 2, 9),
    (shown("text/plain", LINE), "outputs/0/data/text~1plain", 1, 9),
    (shown("text/html", f"<table>\n<tr><td>{html.escape(LINE)}</td></tr>"), "outputs/0/data/text~1html", 2, 22),
    (shown("text/html", f'<b>x</b><a href="https://me:{GITHUB}@github.com">y</a>'), "outputs/0/data/text~1html", 1, 28),
    (shown("text/markdown", LINE), "outputs/0/data/text~1markdown", 1, 9),
    (shown("application/json", {"user": {"api_token": GITHUB}}), "outputs/0/data/application~1json/user/api_token", 1, 0),
    ({"output_type": "error", "ename": "E", "evalue": LINE, "traceback": []}, "outputs/0/evalue", 1, 9),
    (
        {"output_type": "error", "ename": "E", "evalue": "", "traceback": ["", f"\x1b[1;32m  3\x1b[0m token \x1b[1m=\x1b[0m '{GITHUB}'"]},
        "outputs/0/traceback/1",
        1,
        32,
    ),
    (stream(json.dumps({"line": LINE})), "outputs/0/text", 1, 20),
    (stream(json.dumps({"line": json.dumps({"line": LINE})})), "outputs/0/text", 1, 35),
]


@pytest.mark.parametrize(("output", "part", "line", "column"), OUTPUTS, ids=[part + str(at) for at, (_, part, _, _) in enumerate(OUTPUTS)])
def test_every_form_of_output_is_read_and_the_place_is_that_of_the_file(output: dict[str, Any], part: str, line: int, column: int) -> None:
    secret = only(program(output))
    assert (secret.value, secret.note) == (GITHUB, "output")
    place = secret.place
    assert (place.cell, place.part, place.line, place.column) == (0, part, line, column)


def test_metadata_of_cells_and_notebooks_is_read() -> None:
    place = only(program(metadata={"papermill": {"parameters": {"db_password": WORD}}})).place
    assert (place.cell, place.part, place.column) == (0, "metadata/papermill/parameters/db_password", 0)
    field = {"state": {"a1": {"model_name": "PasswordModel", "state": {"_model_name": "PasswordModel", "value": WORD}}}}
    content = notebook("x = 1", widgets={"application/vnd.jupyter.widget-state+json": field})
    place = only(from_notebook(from_json(content), "example.ipynb")).place
    assert (place.cell, place.part) == (None, "metadata/widgets/application~1vnd.jupyter.widget-state+json/state/a1/state/value")


def test_pictures_are_not_read() -> None:
    picture = f"iVBORw0KGgo{LINE}"
    assert scan(program(shown("image/png", picture), shown("image/svg+xml", picture))) == ()


def test_a_script_counts_its_own_lines() -> None:
    place = only(script(f"# %%\nx = 1\n\n# %% [markdown]\n# The password: {WORD}\n")).place
    assert (place.cell, place.line) == (None, 5)


def test_a_value_that_is_put_together_is_one_and_its_pieces_are_known() -> None:
    secret = only(program(source=f'a = "{GITHUB[:4]}" + "{GITHUB[4:]}"'))
    assert secret.value == GITHUB
    assert GITHUB[4:] in secret.values


def test_one_finding_for_each_value_of_a_cell() -> None:
    (finding,) = ask("secret-exposed", program(stream(f"{LINE}\n{LINE}"), source=LINE))
    assert finding.place.part == ""
    assert [one.place.part for one in finding.related] == ["outputs/0/text", "outputs/0/text"]


def test_a_finding_never_says_the_value() -> None:
    (finding,) = ask("secret-exposed", program(source=f'password = "{WORD}"'))
    told = [finding.title, finding.issue, finding.fix, *(one.value for one in finding.evidence), *(one.text for one in finding.related)]
    assert not any("Kr0" in text for text in told)
    assert not finding.edits
    assert "Kr0" not in repr(finding)


def test_what_may_be_shown() -> None:
    assert mask(GITHUB) == f"ghp_… ({len(GITHUB)} characters)"
    assert mask(WORD) == "…"


HARD = "FAKE-a\"b<c&d'é\\9"
FORMS = [
    HARD,
    json.dumps(HARD)[1:-1],
    json.dumps(HARD, ensure_ascii=False)[1:-1],
    json.dumps(json.dumps(HARD)[1:-1])[1:-1],
    html.escape(HARD),
    html.escape(HARD).replace("&#x27;", "&#39;"),
    html.escape(html.escape(HARD)),
    html.escape(HARD, quote=False),
    quote(HARD, safe=""),
    repr(HARD)[1:-1],
]


@pytest.mark.parametrize("form", FORMS)
def test_hidden_in_every_spelling(form: str) -> None:
    assert hide(f"before {form} after {form}.", [HARD]) == "before … after …."


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_hidden_in_base64(before: str) -> None:
    coded = base64.b64encode(f"{before}password: {GITHUB} and more".encode()).decode()
    middle = base64.b64encode(GITHUB.encode()).decode()
    left = hide(coded, [GITHUB])
    assert len(left) < len(coded) - len(middle) + 40
    assert "FAKE4mQz81" not in base64.b64decode(left.encode("ascii", "ignore") + b"====", validate=False).decode("latin-1")


def test_hidden_where_it_was_cut_off_and_where_values_hold_each_other() -> None:
    assert "FAKE4" not in hide(f"x = '{GITHUB[:30]}…", [GITHUB])
    assert hide("ABCD12345678 ABCD1234", ["ABCD1234", "ABCD12345678"]) == "… …"
    assert hide(f"x\n{BLOCK}\ny", [BLOCK]).count("RkFL") == 0
    assert "RkFL" not in hide(BLOCK.split("\n")[1], [BLOCK])
    assert hide("nothing to do", []) == "nothing to do"


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "0",
        "-",
        "=",
        "\\",
        '"',
        "<",
        "\x1b",
        "key=",
        "eyJ",
        "eyJ.",
        "-----BEGIN ",
        "a@",
        "://a:",
        'password="',
        "login(",
        "<script>",
        "mysql -p",
        '"a" + ',
        "<td>",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        one = program(stream(piece * times), shown("text/html", piece * times), source=piece * times)
        began = time.process_time()
        scan(one)
        return time.process_time() - began

    seconds(100)
    assert seconds(10_000) < 0.1 + 30 * max(seconds(1_000), 0.001)


def test_a_large_picture_in_a_text_costs_little() -> None:
    picture = base64.b64encode(bytes(range(256)) * 40_000).decode()
    one = program(stream(f"x = '{picture}'\n{LINE}"))
    began = time.process_time()
    assert only(one).place.line == 2
    assert time.process_time() - began < 2
