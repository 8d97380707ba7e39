"""What one file writes and another reads keeps its rows and what was learned on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import LEAK, PREPARE, TRAIN, leaks, reviewed, told, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_scaler_of_another_file_leaks_into_the_score(folder: Path) -> None:
    write(folder, prepare=PREPARE, train=TRAIN)
    (finding,) = leaks()
    assert (finding.file, finding.source, finding.certainty) == ("train.py", 'df = pd.read_csv("clean.csv")', "certain")
    assert told(finding) == [
        ("learned", "prepare.py", 5),
        ("written", "prepare.py", 6),
        ("read", "train.py", 4),
        ("split", "train.py", 6),
        ("scored", "train.py", 8),
    ]
    assert "prepare.py" in finding.title
    assert "clean.csv" in finding.issue
    assert [step.text for step in finding.related][1] == 'df.to_csv("clean.csv", index=False)'


def test_notebooks_and_the_order_of_their_names(folder: Path) -> None:
    write(folder, z_prepare_nb=PREPARE.replace("num = ", "# %%\nnum = "), a_train_nb=TRAIN.replace("X, y", "# %%\nX, y", 1))
    (finding,) = leaks()
    assert (finding.file, finding.cell, finding.line) == ("a_train.ipynb", 0, 4)
    assert [(one.spot.file, one.spot.cell, one.spot.line) for one in finding.related][:3] == [
        ("z_prepare.ipynb", 1, 2),
        ("z_prepare.ipynb", 1, 3),
        ("a_train.ipynb", 0, 4),
    ]
    quoted = [(finding.file, finding.physical_line, finding.source)]
    quoted += [(step.spot.file, step.spot.physical_line, step.text) for step in finding.related]
    for file, line, source in quoted:
        assert source.replace('"', '\\"') in (folder / file).read_text().split("\n")[(line or 0) - 1]


def test_one_file_alone_says_nothing(folder: Path) -> None:
    write(folder, prepare=PREPARE, train=TRAIN)
    assert leaks("train.py") == []
    assert leaks("prepare.py") == []


GOOD = {
    "row by row": PREPARE.replace("StandardScaler().fit_transform(df[num])", "df[num].clip(0, 10) / 10"),
    "one that fills nothing that is read": PREPARE.replace("df.to_csv", "pd.read_csv('raw.csv').dropna().to_csv"),
    "another file": PREPARE.replace("clean.csv", "scaled.csv"),
    "another folder": PREPARE.replace("clean.csv", "old/clean.csv"),
}


@pytest.mark.parametrize("code", GOOD.values(), ids=GOOD.keys())
def test_a_preparation_that_learns_nothing_is_clean(folder: Path, code: str) -> None:
    write(folder, prepare=code, train=TRAIN)
    assert leaks() == []


SPLIT = """
import pandas as pd
from sklearn.model_selection import train_test_split
df = pd.read_csv("raw.csv")
train, test = train_test_split(df, random_state=0, stratify=df["y"])
train.to_csv("data/train.csv", index=False)
test.to_csv("data/test.csv", index=False)
"""
FIT = """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
train, test = pd.read_csv("data/train.csv"), pd.read_csv("data/test.csv")
scaler = StandardScaler().fit(WHAT[["a", "b"]])
model = LogisticRegression().fit(scaler.transform(train[["a", "b"]]), train["y"])
print(model.score(scaler.transform(test[["a", "b"]]), test["y"]))
"""


def test_parts_that_another_file_split_off_stay_apart(folder: Path) -> None:
    write(folder, split=SPLIT, fit=FIT.replace("WHAT", "train"))
    assert [one.rule for one in reviewed().findings if one.severity in ("critical", "high")] == []
    write(folder, fit=FIT.replace("WHAT", "pd.concat([train, test])"))
    (finding,) = leaks()
    assert (finding.file, finding.line) == ("fit.py", 5)


def test_scaled_then_split_in_one_file_and_scored_in_another(folder: Path) -> None:
    scaled = SPLIT.replace(
        "train, test =", "df[['a', 'b']] = (df[['a', 'b']] - df[['a', 'b']].mean()) / df[['a', 'b']].std()\ntrain, test ="
    )
    write(folder, split=scaled, fit=FIT.replace("WHAT", "train"))
    (finding,) = leaks()
    assert [(role, file) for role, file, _ in told(finding)] == [
        ("learned", "split.py"),
        ("split", "split.py"),
        ("written", "split.py"),
        ("read", "fit.py"),
        ("scored", "fit.py"),
    ]
    assert {one.file for one in reviewed().findings} == {"fit.py"}, "the split of another file is that file's own"


def test_over_several_files(folder: Path) -> None:
    middle = "import pandas as pd\npd.read_csv('clean.csv').query('a > 0').to_parquet('wide.parquet')"
    write(folder, a=PREPARE, b=middle, c=TRAIN.replace("read_csv", "read_parquet").replace("clean.csv", "wide.parquet"))
    (finding,) = leaks()
    assert [(role, file) for role, file, _ in told(finding)][:5] == [
        ("learned", "a.py"),
        ("written", "a.py"),
        ("read", "b.py"),
        ("written", "b.py"),
        ("read", "c.py"),
    ]


def test_files_that_read_each_other(folder: Path) -> None:
    write(
        folder,
        a="import pandas as pd\npd.read_csv('two.csv').to_csv('one.csv')",
        b="import pandas as pd\npd.read_csv('one.csv').to_csv('two.csv')",
    )
    write(folder, train=TRAIN.replace("clean.csv", "one.csv"))
    assert leaks() == []


def test_several_writers_leave_it_possible(folder: Path) -> None:
    write(folder, a=PREPARE, b=GOOD["row by row"], train=TRAIN)
    (finding,) = leaks()
    assert finding.certainty == "possible"


def test_a_fitted_tool_leaks_only_where_its_rows_are_scored(folder: Path) -> None:
    dumped = """
    import pandas as pd, joblib
    from sklearn.preprocessing import StandardScaler
    df = pd.read_csv("FILE")
    joblib.dump(StandardScaler().fit(df[["a", "b"]]), "scaler.joblib")
    """
    loads = TRAIN.replace('read_csv("clean.csv")', 'read_csv("raw.csv")').replace(
        "model = ",
        "import joblib\nscaler = joblib.load('scaler.joblib')\nX_train, X_test = scaler.transform(X_train), scaler.transform(X_test)\nmodel = ",
    )
    write(folder, dump=dumped.replace("FILE", "raw.csv"), train=loads)
    (finding,) = leaks()
    assert [role for role, _, _ in told(finding)] == ["learned", "written", "read", "split", "scored"]
    write(folder, dump=dumped.replace("FILE", "last_year.csv"))
    assert leaks() == []


FORMS = {
    "pickle": (
        "import pickle\npickle.dump((X, y), open('d.pkl', 'wb'))",
        "import pickle\nwith open('d.pkl', 'rb') as file:\n    X, y = pickle.load(file)",
    ),
    "joblib of a dict": (
        "import joblib\njoblib.dump({'X': X, 'y': y}, 'out/d.joblib')",
        "import joblib\nd = joblib.load('./out/d.joblib')\nX, y = d['X'], d['y']",
    ),
    "save": ("import numpy as np\nnp.save('X', X)\nnp.save('y.npy', y)", "import numpy as np\nX, y = np.load('X.npy'), np.load('y.npy')"),
    "savez": ("import numpy as np\nnp.savez('d.npz', X=X, y=y)", "import numpy as np\nd = np.load('d.npz')\nX, y = d['X'], d['y']"),
    "hdf": (
        "X.to_hdf('d.h5', key='X')\ny.to_hdf('d.h5', key='y')",
        "import pandas as pd\nX = pd.read_hdf('d.h5', 'X')\ny = pd.read_hdf('d.h5', key='y')",
    ),
    "a path object": (
        "from pathlib import Path\nOUT = Path('data')\nX.to_pickle(OUT / 'X.pkl')\ny.to_pickle(OUT.joinpath('y.pkl'))",
        "import os, pandas as pd\nX = pd.read_pickle(os.path.join('data', 'X.pkl'))\ny = pd.read_pickle(f\"{'data'}/y.pkl\")",
    ),
    "a loop": (
        "for name, part in {'X': X, 'y': y}.items():\n    part.to_pickle(f'data/{name}.pkl')",
        "import pandas as pd\nX, y = (pd.read_pickle('data/%s.pkl' % one) for one in ['X', 'y'])",
    ),
    "a function": (
        "def save(frame, path):\n    frame.to_pickle(path)\n\nif __name__ == '__main__':\n    save(X, 'X.pkl')\n    save(y, 'y.pkl')",
        "import pandas as pd\ndef load():\n    return pd.read_pickle('X.pkl'), pd.read_pickle('y.pkl')\nX, y = load()",
    ),
}


@pytest.mark.parametrize(("writes", "reads"), FORMS.values(), ids=FORMS.keys())
def test_however_it_is_written_and_read(folder: Path, writes: str, reads: str) -> None:
    before = "import pandas as pd\nfrom sklearn.preprocessing import MinMaxScaler\ndf = pd.read_csv('raw.csv')\ny = df.pop('y')\n"
    scaled = "X = pd.DataFrame(MinMaxScaler().fit_transform(df))\n"
    after = "\n" + "\n".join(TRAIN.strip().split("\n")[1:3] + TRAIN.strip().split("\n")[5:])
    write(folder, a=before + scaled + writes, b=reads + after)
    (finding,) = leaks()
    assert (finding.file, finding.certainty) == ("b.py", "certain")
    write(folder, a=before + "X = df\n" + writes)
    assert leaks() == []


def test_a_module_writes_for_who_imports_it(folder: Path) -> None:
    module = """
    from sklearn.preprocessing import StandardScaler
    def scale_and_save(df):
        df[["a", "b"]] = StandardScaler().fit_transform(df[["a", "b"]])
        df.to_csv("clean.csv")
    """
    write(
        folder,
        lib__features=module,
        prepare="import pandas as pd\nfrom lib.features import scale_and_save\nscale_and_save(pd.read_csv('raw.csv'))",
    )
    write(folder, train=TRAIN)
    (finding,) = leaks()
    assert told(finding)[:3] == [("learned", "lib/features.py", 3), ("written", "lib/features.py", 4), ("read", "train.py", 4)]


def test_scripts_run_from_above_their_folder(folder: Path) -> None:
    write(
        folder,
        src__prepare=PREPARE.replace("clean.csv", "data/clean.csv"),
        notebooks__train_nb=TRAIN.replace("clean.csv", "../data/clean.csv"),
    )
    (finding,) = leaks()
    assert (finding.file, finding.certainty) == ("notebooks/train.ipynb", "possible")


def test_where_a_file_lies_is_told_by_its_own_place(folder: Path) -> None:
    save = PREPARE.replace('"clean.csv"', 'Path(__file__).resolve().parent.parent / "data" / "clean.csv"')
    write(folder, src__prepare="from pathlib import Path\n" + save, notebooks__train_nb=TRAIN.replace("clean.csv", "../data/clean.csv"))
    (finding,) = leaks()
    assert finding.certainty == "certain"


def test_folders_that_have_nothing_to_do_with_each_other(folder: Path) -> None:
    write(folder, one__prepare_nb=PREPARE, two__train_nb=TRAIN)
    assert leaks() == []


def test_names_and_gaps_of_the_other_file_are_its_own(folder: Path) -> None:
    broken = PREPARE + "\nprint(nowhere)\nfrom unknown import *\n"
    write(folder, prepare=broken, train=TRAIN + "print(num)\n")
    review = reviewed()
    assert {one.spot.file for one in review.gaps} == {"prepare.py"}
    assert [(one.file, one.title.split()[0]) for one in review.findings if one.rule == "run-all-fails"] == [("train.py", "num")]


def test_a_model_of_another_file_is_judged_by_what_it_was_fitted_on(folder: Path) -> None:
    fit = """
    import pandas as pd, joblib
    from sklearn.ensemble import RandomForestClassifier
    train = pd.read_csv("data/train.csv")
    joblib.dump(RandomForestClassifier(random_state=0).fit(train[["a"]], train["y"]), "model.joblib")
    """
    score = """
    import pandas as pd, joblib
    test = pd.read_csv("data/PART.csv")
    print(joblib.load("model.joblib").score(test[["a"]], test["y"]))
    """
    write(folder, split=SPLIT, fit=fit, score=score.replace("PART", "test"))
    assert [one.file for one in reviewed().findings if one.file == "score.py"] == []
    write(folder, score=score.replace("PART", "train"))
    assert "scored-on-training-rows" in {one.rule for one in reviewed().findings if one.file == "score.py"}


def test_rule_is_asked(folder: Path) -> None:
    write(folder, prepare=PREPARE, train=TRAIN)
    outcomes = {(one.file, one.rule): one.outcome for one in reviewed().outcomes}
    assert outcomes["train.py", LEAK] == "found"
    assert outcomes["prepare.py", LEAK] != "found"
