"""`--since`: a finding counts where the change brought it, wherever its own lines stand; what was there before does not."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from ..programs import save
from .command import git, nbreview

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

LOAD = "import pandas as pd\nfrom sklearn.preprocessing import StandardScaler\nfrom sklearn.linear_model import Ridge\nfrom sklearn.model_selection import train_test_split\ndf = pd.read_csv('d.csv')\nX, y = df[['a', 'b']], df['y']\nscaler = StandardScaler()"
SCALE = "X = scaler.fit_transform(X)"
SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)"
HONEST = "X_train = scaler.fit_transform(X_train)\nX_test = scaler.transform(X_test)"
SCORE = "model = Ridge().fit(X_train, y_train)\nprint(model.score(X_test, y_test))"
LEAK = "learned-before-split"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "state")


def counted(folder: Path, *words: str) -> list[tuple[str, str]]:
    """File and rule of every finding that counts since HEAD."""
    done = nbreview(*(words or (".",)), "--since", "HEAD", "--format", "json", "--isolated", cwd=folder)
    told = json.loads(done.stdout)
    assert "findings" in told, told
    return sorted((one["file"], one["rule"]) for one in told["findings"] if one["suppressed_by"] is None)


def test_a_split_that_moved_below_the_scaler_counts(folder: Path) -> None:
    save(folder / "n.ipynb", LOAD, SPLIT, SCALE, SCORE)
    commit(folder)
    assert ("n.ipynb", LEAK) not in counted(folder)
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)  # cells moved, no line changed
    assert ("n.ipynb", LEAK) in counted(folder)


def test_a_deleted_line_counts(folder: Path) -> None:
    (folder / "s.py").write_text(
        f"import numpy as np\n{LOAD}\nnp.random.seed(3)\nX_train, X_test, y_train, y_test = train_test_split(X, y)\n{HONEST}\n{SCORE}\n"
    )
    commit(folder)
    assert counted(folder) == []
    (folder / "s.py").write_text((folder / "s.py").read_text().replace("np.random.seed(3)\n", ""))
    assert counted(folder) == [("s.py", "split-without-seed")]


def test_what_was_there_before_does_not_count_when_cells_or_lines_move(folder: Path) -> None:
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)
    (folder / "s.py").write_text(f"{LOAD}\n\ndef late():\n    return 1\n\n{SCALE}\n{SPLIT}\n{SCORE}\n")
    commit(folder)
    save(folder / "n.ipynb", "import os", LOAD, "y = y.dropna()", SCALE, SPLIT, SCORE, "print(1)")
    (folder / "s.py").write_text(f"import os\n{LOAD}\n{SCALE}\n{SPLIT}\n{SCORE}\n\ndef late():\n    return 2\n")
    done = nbreview(".", "--format", "json", cwd=folder)
    assert {one["rule"] for one in json.loads(done.stdout)["findings"]} >= {LEAK}
    assert counted(folder) == []


def test_an_old_finding_counts_when_a_place_of_its_path_was_edited(folder: Path) -> None:
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)
    commit(folder)
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE.replace("print(", "print('score', "))
    assert counted(folder) == [("n.ipynb", LEAK)]
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT.replace("0)", "1)"), SCORE)
    assert counted(folder) == [("n.ipynb", LEAK)]


def test_an_old_finding_counts_when_it_became_certain(folder: Path) -> None:
    save(folder / "n.ipynb", "from somewhere import clean", LOAD, "X = clean(X)", SCALE, SPLIT, SCORE)
    commit(folder)
    told = json.loads(nbreview("n.ipynb", "--format", "json", cwd=folder).stdout)["findings"]
    assert [one["certainty"] for one in told if one["rule"] == LEAK] == ["possible"]
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)  # only deletions
    assert counted(folder) == [("n.ipynb", LEAK)]


def test_an_allowance_that_is_taken_away_leaves_a_finding_that_counts(folder: Path) -> None:
    allowed = f"# mlreview: allow {LEAK} -- nobody relies on it\n{SCALE}"
    save(folder / "n.ipynb", LOAD, allowed, SPLIT, SCORE)
    commit(folder)
    assert counted(folder) == []
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)
    assert counted(folder) == [("n.ipynb", LEAK)]


@pytest.mark.parametrize("staged", [True, False])
def test_a_renamed_file_is_compared_with_what_it_was(folder: Path, staged: bool) -> None:
    (folder / "old").mkdir()
    save(folder / "old" / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)
    commit(folder)
    if staged:
        (folder / "new").mkdir()
        git(folder, "mv", "old/n.ipynb", "new/änd ers.ipynb")
        save(folder / "new" / "änd ers.ipynb", "import os", LOAD, SCALE, SPLIT, SCORE)
        assert counted(folder) == []
        save(folder / "new" / "änd ers.ipynb", LOAD, SCALE, SPLIT, SCORE, "print(gone)")
        assert counted(folder) == [("new/änd ers.ipynb", "run-all-fails")]
    else:  # git is told of no rename: a new file
        shutil.move(folder / "old" / "n.ipynb", folder / "n.ipynb")
        assert ("n.ipynb", LEAK) in counted(folder)


def test_an_old_state_that_cannot_be_read_leaves_the_comparison_of_lines(folder: Path) -> None:
    (folder / "s.py").write_text(f"{LOAD}\n{SCALE}\n{SPLIT}\n{SCORE}\nprint(\n")
    (folder / "n.ipynb").write_text("{")
    commit(folder)
    (folder / "s.py").write_text(f"{LOAD}\n{SCALE}\n{SPLIT}\n{SCORE}\nprint(1)\n")
    assert counted(folder) == []
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)  # nothing to compare with: all of it is new
    assert counted(folder) == [("n.ipynb", LEAK)]


def test_a_key_that_was_shown_before_does_not_count_when_its_cell_moves_and_another_does(folder: Path) -> None:
    def shown(*keys: str, above: int = 0) -> None:
        path = save(folder / "n.ipynb", *["x = 1"] * above, *[f"show({number})" for number in range(len(keys))])
        told = json.loads(path.read_text())
        for cell, key in zip(told["cells"][above:], keys, strict=True):
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": f"api_key = '{key}'\n"}]
        path.write_text(json.dumps(told))

    first, second = (f"sk_live_{tail}" for tail in ("4eC39HqLyjWDarjtT1zdp7dc", "9aBqLyjWD3HarjtT1zdpXk2m"))
    shown(first)
    commit(folder)
    shown(first, above=1)
    assert ("n.ipynb", "secret-exposed") not in counted(folder)
    shown(second)  # masked, both look alike
    assert ("n.ipynb", "secret-exposed") in counted(folder)


def test_a_local_module_counts_where_its_lines_changed(folder: Path) -> None:
    module = "from sklearn.preprocessing import StandardScaler\n\ndef scaled(X):\n    return StandardScaler({}).fit_transform(X)\n"
    (folder / "prep.py").write_text(module.format(""))
    save(folder / "n.ipynb", LOAD, "import prep\nX = prep.scaled(X)", SPLIT, SCORE)
    commit(folder)
    assert counted(folder, "n.ipynb") == []
    (folder / "prep.py").write_text(module.format("with_mean=True"))
    assert LEAK in {rule for _, rule in counted(folder, "n.ipynb")}


def test_standard_input_is_compared_under_its_name(folder: Path) -> None:
    save(folder / "n.ipynb", LOAD, SPLIT, HONEST, SCORE)
    commit(folder)
    text = save(folder / "other.ipynb", LOAD, SPLIT, HONEST, SCORE, "print(gone)").read_text()
    words = ("-", "--stdin-name", "n.ipynb", "--since", "HEAD", "--format", "json")
    told = json.loads(nbreview(*words, cwd=folder, stdin=text).stdout)["findings"]
    assert [(one["rule"], one["suppressed_by"]) for one in told] == [("run-all-fails", None)]
    text = save(folder / "other.ipynb", "import os", LOAD, SPLIT, HONEST, SCORE).read_text()
    assert json.loads(nbreview(*words, cwd=folder, stdin=text).stdout)["decision"] != "BLOCK"


def test_what_git_says_when_it_fails_is_shown(folder: Path) -> None:
    save(folder / "n.ipynb", "x = 1")
    commit(folder)
    (folder / ".git" / "config").write_text("[core\n")
    done = nbreview("n.ipynb", "--since", "HEAD", cwd=folder)
    assert done.returncode == 2
    assert "bad config line 1" in done.stderr
    assert "no revision" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives a file to somebody else")
def test_a_repository_of_somebody_else_gets_the_hint_that_git_gives(folder: Path) -> None:
    save(folder / "n.ipynb", "x = 1")
    commit(folder)
    for path in (folder, folder / ".git"):
        os.chown(path, 12345, 12345)
    done = nbreview("n.ipynb", "--since", "HEAD", cwd=folder, HOME=str(folder / "home"))
    assert done.returncode == 2
    assert "dubious ownership" in done.stderr
    assert f"safe.directory {folder}" in done.stderr


def test_nothing_that_the_repository_configures_runs(folder: Path) -> None:
    save(folder / "n.ipynb", LOAD, SPLIT, SCALE, SCORE)
    commit(folder)
    trap = folder / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{folder}/sprung'\ncat\n")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    (folder / ".gitattributes").write_text("*.ipynb filter=trap diff=trap\n")
    for key in ("filter.trap.clean", "filter.trap.smudge", "diff.trap.textconv", "diff.trap.command", "diff.external", "core.fsmonitor"):
        git(folder, "config", key, str(trap))
    save(folder / "n.ipynb", LOAD, SCALE, SPLIT, SCORE)
    save(folder / "more.ipynb", SCALE)
    assert ("n.ipynb", LEAK) in counted(folder)
    assert not (folder / "sprung").exists()


@pytest.mark.slow
def test_many_files_take_few_processes(folder: Path, tmp_path: Path) -> None:
    for number in range(60):
        save(folder / f"n{number}.ipynb", LOAD, SCALE, SPLIT, SCORE, f"x = {number}")
    commit(folder)
    for number in range(60):
        save(folder / f"n{number}.ipynb", LOAD, SCALE, SPLIT, SCORE, f"x = {number + 1}")
    real, counter = shutil.which("git"), tmp_path / "bin"
    counter.mkdir()
    (counter / "git").write_text(f'#!/bin/sh\necho x >> "{counter}/calls"\nexec {real} "$@"\n')
    (counter / "git").chmod(0o755)
    done = nbreview(".", "--since", "HEAD", cwd=folder, PATH=f"{counter}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len((counter / "calls").read_text().split()) <= 5
