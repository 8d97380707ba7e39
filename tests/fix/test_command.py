"""`nbreview fix`, as a person uses it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mlreview_jupyter.cli.fix import fix as main

from ..programs import notebook

SPLIT = "from sklearn.model_selection import train_test_split\nimport numpy as np\nX = np.arange(40)\n"
UNSEEDED = SPLIT + "a, b = train_test_split(X)"


def save(path: Path, *cells: str) -> Path:
    content = notebook(*((cell, 5) for cell in cells))
    for cell in content["cells"]:
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "secret\n"}]
    path.write_text(json.dumps(content, indent=1))
    return path


def test_it_shows_what_it_would_do_and_does_it_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = save(Path("n.ipynb"), "x = 1", UNSEEDED)
    before = path.read_bytes()
    assert main(["n.ipynb", "--unsafe"]) == 1
    assert capsys.readouterr().out == (
        "n.ipynb cell 1  split-without-seed\n"
        "@@ -2,3 +2,3 @@\n"
        " import numpy as np\n"
        " X = np.arange(40)\n"
        "-a, b = train_test_split(X)\n"
        "+a, b = train_test_split(X, random_state=0)\n"
        "outputs and count of cell 1 are cleared\n"
        "\n"
        "1 fix in 1 file; --write applies it\n"
    )
    assert path.read_bytes() == before
    assert main(["n.ipynb"]) == 0
    assert capsys.readouterr().out == ("1 fix with --unsafe: after it the program does something else\n")
    assert main(["n.ipynb", "--unsafe", "--write"]) == 0
    assert "n.ipynb: 1 fix written (split-without-seed)\n  outputs and count of cell 1 are cleared\n" in capsys.readouterr().out
    first, second = json.loads(path.read_text())["cells"]
    assert (first["outputs"], second["outputs"]) != ([], [])
    assert second["source"].endswith("train_test_split(X, random_state=0)")
    assert main(["n.ipynb", "--unsafe"]) == 0


@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        (["broken.ipynb"], 3, "Cannot read broken.ipynb: it is not JSON"),
        (["broken.ipynb", "n.py", "--unsafe"], 3, "1 fix in 1 file"),
        (["nowhere.py"], 3, "Cannot read nowhere.py: no such file"),
        (["notes.md"], 3, "neither a notebook"),
        (["nowhere*.py"], 3, "Cannot read nowhere*.py: the pattern matches nothing"),
        (["old.py", "--write"], 3, "Cannot read old.py: none of its code can be parsed: line 2: not Python"),
        (["-"], 2, "what comes from standard input cannot be fixed: name the file"),
        (["empty"], 0, "nothing to fix"),
        (["clean.py"], 0, "nothing to fix in 1 file"),
        (["n.py", "--unsafe", "--rule", "split_without_seed"], 1, "1 fix"),
        (["n.py", "--unsafe", "--rule", "run-all-fails"], 0, "nothing to fix"),
        (["n.py", "--rule", "split-without-sed"], 2, "did you mean split-without-seed?"),
        (["linked.py", "--unsafe", "--write"], 3, "Not fixed: linked.py: it has 2 names"),
        (["allowed.py", "--unsafe"], 0, "nothing to fix"),
    ],
)
def test_exit_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "n.py": UNSEEDED,
        "clean.py": "x = 1",
        "broken.ipynb": "{",
        "notes.md": "# x",
        "old.py": "import os\nexec 'x = 1'\n",
        "linked.py": UNSEEDED,
        "allowed.py": UNSEEDED + "  # mlreview: allow split-without-seed -- a sketch",
    }.items():
        Path(name).write_text(text)
    Path("empty").mkdir()
    os.link("linked.py", "other.py")
    before = {path: path.read_bytes() for path in tmp_path.glob("*.*")}
    assert main(words) == code
    shown = capsys.readouterr()
    assert word in shown.out + shown.err
    assert {path: path.read_bytes() for path in tmp_path.glob("*.*")} == before


def test_wrong_words_are_wrong_usage() -> None:
    for words in ([], ["--nonsense", "x"]):
        with pytest.raises(SystemExit) as stopped:
            main(words)
        assert stopped.value.code == 2


def test_what_the_configuration_allows_or_ignores_is_not_fixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("n.py").write_text(UNSEEDED)
    Path(".mlreview.toml").write_text('[[allow]]\nrule = "split-without-seed"\npaths = ["n.py"]\nreason = "a sketch"\n')
    assert main(["n.py", "--unsafe"]) == 0
    assert main(["n.py", "--unsafe", "--isolated"]) == 1
    Path(".mlreview.toml").write_text('ignore = ["split-without-seed"]\n')
    assert main(["n.py", "--unsafe"]) == 0
    Path(".mlreview.toml").write_text('nonsense = "x"\n')
    assert main(["n.py", "--unsafe"]) == 2


def test_what_it_shows_does_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save(Path("\x1b[31m##[error]\n::error::x.ipynb"), SPLIT + "s = '\x1b]0;x\x07'\na, b = train_test_split(X)\n'''\n::set-env::x\n'''")
    assert main([".", "--unsafe"]) == 1
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))


def test_a_secret_beside_a_fix_is_not_shown_and_not_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    token = "ghp_" + "x9Q2mL7vR4tK1zW8" * 2 + "b3N6"
    path = save(Path("n.ipynb"), SPLIT + f"token = '{token}'\na, b = train_test_split(X)  # {token}")
    assert main(["n.ipynb", "--unsafe", "--rule", "split-without-seed"]) == 1
    shown = capsys.readouterr().out
    assert "random_state=0)  # ghp_" in shown
    assert token[6:] not in shown
    assert main(["n.ipynb", "--unsafe", "--rule", "split-without-seed", "--write"]) == 0
    assert path.read_text().count(token) == 2


def test_many_files_of_every_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save(Path("a.ipynb"), UNSEEDED)
    Path("b.py").write_bytes(b"\xef\xbb\xbf" + UNSEEDED.replace("\n", "\r\n").encode())
    Path("c.py").write_text("# %%\n" + UNSEEDED + "\n# %%\n" + UNSEEDED.rpartition("\n")[2] + "\n")
    Path("d.py").write_text("# Databricks notebook source\n" + UNSEEDED + "\n\n# COMMAND ----------\n\ny = 1\n")
    assert main([".", "--unsafe"]) == 1
    assert "5 fixes in 4 files; --write applies them" in capsys.readouterr().out
    assert main([".", "--unsafe", "--write"]) == 0
    assert Path("b.py").read_bytes() == b"\xef\xbb\xbf" + UNSEEDED.replace("\n", "\r\n").replace("(X)", "(X, random_state=0)").encode()
    assert main([".", "--unsafe"]) == 0


def test_what_narrows_the_review_is_told_here_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("n.py").write_text(UNSEEDED)
    Path("other.py").write_text(UNSEEDED)
    Path(".mlreview.toml").write_text('ignore = ["split-without-seed"]\nexclude = ["other.py"]\nexit-zero = true\n')
    assert main([".", "--unsafe"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "nothing to fix in 1 file\n"
    for words in ("exit-zero is not obeyed", "ignore = split-without-seed", "left out by exclude: 1 file"):
        assert f"Settings: {words}" in shown.err.replace(".mlreview.toml: ", "")


def test_offers_and_refusals_are_not_called_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("near.py").write_text(UNSEEDED)
    Path("n.py").write_text("import near\n" + UNSEEDED)
    assert main(["n.py"]) == 0
    assert "nothing to fix" not in capsys.readouterr().out
    assert main(["n.py", "--unsafe"]) == 1
    assert "--unsafe" not in capsys.readouterr().out
