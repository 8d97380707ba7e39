"""Which names a file may write, told by its bytes; and whom a reader is sent to."""

from __future__ import annotations

import json
import time

import pytest

from mlreview_jupyter.read import Found, Index
from mlreview_jupyter.read.mentions import BY, mentioned

WRITES = {
    "df.to_csv('a.csv')": {"a.csv"},
    'df.to_parquet(OUT / "data" / "a.parquet.gz")': {"a.parquet.gz"},
    "OUT = 'data/a.pkl'\ndf.to_pickle(OUT)": {"data/a.pkl"},
    "np.save('X', X)": {"X"},
    "joblib.dump(model, f'{HERE}/m.joblib')": {"*/m.joblib"},
    "with open('m.pkl', 'wb') as f: pickle.dump(m, f)": {"m.pkl"},
    "df = pd.read_csv('a.csv'); df.to_csv('b.csv')": {"b.csv"},
    "m = pickle.load(open('m.pkl', 'rb')); df.to_csv('b.csv')": {"b.csv"},
    "df = pd.read_csv('a.csv')": set(),
    r"df.to_csv('..\\data\\a.csv')": {"../data/a.csv"},
    "save(df, 'größe.csv')": {"größe.csv"},
}


@pytest.mark.parametrize("code", WRITES, ids=WRITES)
@pytest.mark.parametrize("notebook", [False, True], ids=["script", "notebook"])
def test_names_that_are_written(code: str, notebook: bool) -> None:
    data = json.dumps({"source": code}, ensure_ascii=False) if notebook else code
    assert WRITES[code] <= {name.replace("//", "/") for name in mentioned(data.encode())}
    if "read" in code or "load" in code:
        assert {name for name in mentioned(data.encode()) if not name.startswith(BY)} == WRITES[code]


def test_much_text_costs_little() -> None:
    image = "iVBORw0KGgoAAAANSUhEUgAA" * 100_000
    began = time.process_time()
    assert mentioned(f'{{"a": "{image}", "b": "df.to_csv(\'a.csv\')"}}'.encode()) == ("a.csv",)
    for bad in ("save" * 200_000, "save(" * 100_000, ".csv" * 200_000, "'a.csv'" * 100_000, "import " * 100_000, "from " * 100_000):
        mentioned(bad.encode())
    assert time.process_time() - began < 5


def _index(**names: tuple[str, ...]) -> Index:
    files = [Found(name.replace("__", "/") + ".py", name.replace("__", "/") + ".py", False) for name in names]
    return Index(files, list(names.values()))


def test_who_is_asked() -> None:
    index = _index(a=("x.csv",), b=("y.csv", "data/z.csv"), sub__c=("x.csv", "*.npy"), sub__d=("../x.csv",))
    assert index.of("r.py", "./x.csv") == (0, 3)
    assert index.of("a.py", "x.csv") == (3,)
    assert index.of("sub/r.py", "x.csv") == (2, 3)
    assert index.of("r.py", "data/z.csv") == (1,)
    assert index.of("sub/r.py", "part.npy") == (2,)
    assert index.of("r.py", "part.npy") == ()
    assert index.of("r.py", "nothing.csv") == ()


def test_too_many_are_nobody() -> None:
    index = _index(**{f"w{number}": ("x.csv",) for number in range(9)})
    assert index.of("r.py", "x.csv") == ()
