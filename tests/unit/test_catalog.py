"""The catalog is checked when it is read, and its compiled table is fresh."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from mlreview_jupyter.catalog.compile import fresh
from mlreview_jupyter.catalog.load import HERE, CatalogError, load
from mlreview_jupyter.catalog.lookup import by_method, by_name, checklist
from mlreview_jupyter.model.ops import Op


def test_the_compiled_table_is_fresh() -> None:
    assert fresh(), "run: poe compile"


# Names that libraries no longer have; notebooks still do.
FORMER = {
    "numpy.asfarray",
    "numpy.in1d",
    "numpy.row_stack",
    "pandas.read_gbq",
    "pandas.value_counts",
    "sklearn.datasets.fetch_mldata",
    "sklearn.datasets.load_boston",
    "sklearn.metrics.plot_confusion_matrix",
    "sklearn.metrics.plot_precision_recall_curve",
    "sklearn.metrics.plot_roc_curve",
}
BROKEN = [
    ('library = "x"\n[[calls]]\nop = "fly"\nmodule = "m"\nnames = ["f"]', "calls[1].op"),
    ('library = "x"\n[[calls]]\nop = "keep"\nmodul = "m"\nnames = ["f"]', "calls[1].modul"),
    ('library = "x"\n[[calls]]\nop = "keep"\nmodule = "m"\nnames = []', "calls[1].names"),
    ('library = "x"\n[[calls]]\nop = "keep"\nmodule = "m"\nnames = ["f", "f"]', "described twice"),
    ('library = "x"\n[[calls]]\nop = "keep"\nmodule = "m"\nnames = ["f"]\nroles = { data = 0 }', "roles.data"),
    ('library = "x"\n[[tools]]\nprotocol = "magician"\nmodule = "m"\nnames = ["F"]', "magician"),
    ('library = "x"\n[[tools]]\nprotocol = "x"\nlearns = "french"\nmodule = "m"\nnames = ["F"]', "tools[1].learns"),
    ('library = "x"\n[libraries]\nfit = ["m"]', "libraries.fit"),
    ("library = ", "syntax"),
]


@pytest.mark.parametrize(("text", "word"), BROKEN)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, word: str) -> None:
    (tmp_path / "broken.toml").write_text(text)
    with pytest.raises(CatalogError) as caught:
        load(tmp_path)
    assert "broken.toml" in str(caught.value)
    assert word in str(caught.value)


def test_former_and_inner_modules_are_looked_through() -> None:
    for name in (
        "sklearn.cross_validation.train_test_split",
        "sklearn.model_selection._split.train_test_split",
        "sklearn.model_selection.train_test_split",
    ):
        call = by_name(name)
        assert call is not None
        assert call.op is Op.SPLIT
    assert by_name("somewhere.train_test_split") is None


def test_every_method_of_a_protocol_is_found() -> None:
    call = by_method("transformer", "fit_transform")
    assert call is not None
    assert (call.op, call.then) == (Op.LEARN, "apply")
    assert by_method("transformer", "fly") is None


@pytest.mark.slow
@pytest.mark.parametrize("library", ["sklearn", "pandas", "numpy", "imblearn"])
def test_what_the_catalog_names_exists_in_the_installed_library(library: str) -> None:
    """A name that the library does not have was mistyped, unless it is a former one.

    Two are let through: tomorrow's release may drop a name before anybody here hears of it.
    """
    names = [name for name in load(HERE).names if name.partition(".")[0] == library]
    assert names
    strange = sorted(name for name in names if not _exists(name) and name not in FORMER)
    assert len(strange) <= 2, strange


def _exists(name: str) -> bool:
    parts = name.split(".")
    for at in range(len(parts) - 1, 0, -1):
        try:
            found: object = import_module(".".join(parts[:at]))
        except ImportError:
            continue
        for part in parts[at:]:
            try:
                found = getattr(found, part)
            except AttributeError:
                return False
            except ImportError:  # experimental: there, but asleep
                return True
        return True
    return False


def test_the_checklist_is_whole() -> None:
    items = checklist()
    assert len(items) > 100
    assert len({item.id for item in items}) == len(items)
    assert any(item.blocker for item in items)
