"""A finding that begins in another file: the cache, allowances, baseline, `--since`, and every report."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from mlreview_jupyter import jobs
from mlreview_jupyter.cache import Cache
from mlreview_jupyter.model.examined import Examined
from mlreview_jupyter.read import Index, find, find_project, mentions

from ..doors.command import git, nbreview
from .folders import LEAK, PREPARE, TRAIN, reviewed, write

CLEAN = PREPARE.replace("StandardScaler().fit_transform(df[num])", "df[num] / 10")
ALLOW = f"# mlreview: allow {LEAK} -- the scaler is given by the vendor"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MLREVIEW_CACHE_DIR", str(tmp_path / "kept"))
    for number in range(5):  # enough for processes and a cache
        write(tmp_path, **{f"w/other{number}": f"print({number})"})
    write(tmp_path, w__prepare=PREPARE, w__train_nb=TRAIN)
    return tmp_path


def _examined(jobs_: int = 1, cache: Cache | None = None) -> dict[str, Examined]:
    files, _ = find(["w"])
    return {one.file.file: one for one in jobs.examine_all(files, find_project("w"), jobs_, cache)}


def _found(examined: dict[str, Examined]) -> set[str]:
    return {file for file, one in examined.items() for finding in one.findings if finding.rule == LEAK}


def _kept() -> set[str]:
    """The files that a review would take from the cache."""
    files, _ = find(["w"])
    cache = Cache("")
    kept = {found.shown: one for found in files if (one := cache.get(found)) is not None}
    index = Index(files, [kept[found.shown].names if found.shown in kept else mentions(found.path) for found in files])
    return {shown for shown, one in kept.items() if index.agrees(one.answers)}


def test_processes_and_the_cache_give_the_same(folder: Path) -> None:
    for number in (1, 2, 2, 1):
        assert _found(_examined(number, Cache(""))) == {"w/train.ipynb"}
    assert len(_kept()) == 7


def test_a_reader_is_as_fresh_as_its_writer(folder: Path) -> None:
    _examined(1, Cache(""))
    write(folder, w__prepare=CLEAN)
    assert "w/train.ipynb" not in _kept()
    assert "w/other1.py" in _kept()
    assert _found(_examined(2, Cache(""))) == set()
    write(folder, w__prepare=PREPARE)
    assert _found(_examined(1, Cache(""))) == {"w/train.ipynb"}


def test_a_writer_that_comes_or_goes_is_noticed(folder: Path) -> None:
    (folder / "w" / "prepare.py").unlink()
    assert _found(_examined(1, Cache(""))) == set()
    write(folder, w__prepare=PREPARE)
    assert "w/train.ipynb" not in _kept()
    assert _found(_examined(1, Cache(""))) == {"w/train.ipynb"}
    (folder / "w" / "prepare.py").unlink()
    assert _found(_examined(1, Cache(""))) == set()


def test_a_local_module_of_the_writer_counts_too(folder: Path) -> None:
    scale = "from sklearn.preprocessing import StandardScaler\ndef scale(x):\n    return StandardScaler().fit_transform(x)\n"
    write(
        folder,
        w__prepare=PREPARE.replace("StandardScaler().fit_transform", "scale").replace(
            "import pandas", "from lib import scale\nimport pandas"
        ),
    )
    write(folder, w__lib=scale)
    assert _found(_examined(1, Cache(""))) == {"w/train.ipynb"}
    write(folder, w__lib="def scale(x):\n    return x / 10\n")
    assert _found(_examined(1, Cache(""))) == set()


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("prepare", "df[num] = StandardScaler().fit_transform(df[num])"),
        ("prepare", 'df.to_csv("clean.csv", index=False)'),
        ("train_nb", 'df = pd.read_csv("clean.csv")'),
    ],
)
def test_it_is_allowed_where_it_began_where_it_was_written_and_where_it_is_read(folder: Path, file: str, line: str) -> None:
    code = PREPARE if file == "prepare" else TRAIN
    write(folder, **{f"w__{file}": code.replace(line, f"{line}  {ALLOW}")})
    review = reviewed("w")
    (finding,) = (one for one in review.findings if one.rule == LEAK)
    assert finding.suppressed_by == "allowed: the scaler is given by the vendor"
    (allowance,) = review.allowances
    assert (allowance.used, allowance.problem) == (1, "")


def test_an_allowance_on_another_line_allows_nothing(folder: Path) -> None:
    write(folder, w__prepare=PREPARE.replace('num = ["a", "b"]', f'num = ["a", "b"]  {ALLOW}'))
    review = reviewed("w")
    assert [one.suppressed_by for one in review.findings if one.rule == LEAK] == [None]
    assert [one.used for one in review.allowances] == [0]


def test_two_readers_have_a_finding_each_and_a_baseline_knows_both(folder: Path) -> None:
    write(folder, w__again=TRAIN)
    found = [one for one in reviewed("w").findings if one.rule == LEAK]
    assert sorted(one.file for one in found) == ["w/again.py", "w/train.ipynb"]
    assert len({one.id for one in found}) == 2
    assert nbreview("w", "--write-baseline", "--isolated", cwd=folder).returncode == 0
    told = json.loads(nbreview("w", "--baseline", "mlreview-baseline.json", "--format", "json", "--isolated", cwd=folder).stdout)
    assert {one["suppressed_by"] for one in told["findings"] if one["rule"] == LEAK} == {"baseline"}


def _counted(folder: Path) -> list[str]:
    told: dict[str, Any] = json.loads(nbreview("w", "--since", "HEAD", "--format", "json", "--isolated", cwd=folder).stdout)
    return [one["file"] for one in told["findings"] if one["suppressed_by"] is None and one["rule"] == LEAK]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_since(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "state")
    assert _counted(folder) == []
    write(folder, w__train_nb=TRAIN + "print(1)\n")  # elsewhere in the reader: it was there before
    assert _counted(folder) == []
    write(folder, w__prepare=PREPARE.replace("StandardScaler()", "StandardScaler(with_mean=True)"))
    assert _counted(folder) == ["w/train.ipynb"]


FORMATS = ("text", "json", "sarif", "github", "gitlab", "markdown", "executive", "junit", "html")


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_names_both_files(folder: Path, form: str) -> None:
    shown = nbreview("w", "--format", form, "--isolated", cwd=folder).stdout
    assert "train.ipynb" in shown
    assert "prepare.py" in shown


def test_sarif_points_into_both_files(folder: Path) -> None:
    log = json.loads(nbreview("w", "--format", "sarif", "--isolated", cwd=folder).stdout)
    (result,) = (one for one in log["runs"][0]["results"] if one["ruleId"] == LEAK)
    places = [result["locations"][0], *(one["location"] for one in result["codeFlows"][0]["threadFlows"][0]["locations"])]
    text = []
    for place in places:
        at = place["physicalLocation"]
        lines = (folder / at["artifactLocation"]["uri"]).read_text().split("\n")
        text.append((at["artifactLocation"]["uri"], lines[at["region"]["startLine"] - 1]))
    assert [file for file, _ in text[:4]] == ["w/train.ipynb", "w/prepare.py", "w/prepare.py", "w/train.ipynb"]
    assert ["read_csv" in text[0][1], "fit_transform" in text[1][1], "to_csv" in text[2][1], "read_csv" in text[3][1]] == [True] * 4
    assert "logicalLocations" in places[0]
    assert "logicalLocations" not in places[1]


def test_a_secret_of_the_other_file_is_not_told(folder: Path) -> None:
    key = "AKIA" + "Q7XZ4M2LP9RT5WBN"
    write(folder, w__prepare=PREPARE.replace("df.to_csv(", f'aws_key = "{key}"; df.to_csv('))
    for form in FORMATS:
        assert key not in nbreview("w", "--format", form, "--isolated", cwd=folder).stdout
