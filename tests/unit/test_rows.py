"""The algebra of rows: when two values share some."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mlreview_jupyter.model.rows import By, Overlap, RowBook, Rows


def test_parts_of_one_split_are_disjoint_and_each_meets_the_whole() -> None:
    book = RowBook()
    whole = book.source()
    train, test = (book.pick(whole, By("part", 1, k)) for k in (0, 1))
    assert book.overlap(train, test) is Overlap.NO
    assert book.overlap(whole, test) is Overlap.YES
    assert book.overlap(book.made(train), test) is Overlap.NO
    assert book.overlap(book.made(whole), test) is Overlap.YES
    assert book.overlap(train, book.pick(whole, By("part", 2, 1))) is Overlap.YES


def test_what_is_put_together_of_several_comes_apart_at_their_ends() -> None:
    book = RowBook()
    whole = book.source()
    train, valid = (book.pick(whole, By("part", 1, k)) for k in (0, 1))
    both = book.union((train, valid, book.source()))
    first = ("len", train)
    second = ("op", "Add", first, ("len", valid))
    assert book.pick(both, By("slice", None, first)) is train
    assert book.pick(both, By("slice", first, second)) is valid
    assert book.overlap(train, book.pick(both, By("slice", first, 40))) is Overlap.NO
    assert book.overlap(train, book.pick(both, By("slice", second, None))) is Overlap.NO
    assert book.overlap(train, book.pick(both, By("slice", None, second))) is Overlap.YES


def test_rows_are_inside_what_they_were_picked_from() -> None:
    book = RowBook()
    whole = book.source()
    train, test = (book.pick(whole, By("part", 1, k)) for k in (0, 1))
    assert book.inside(test, whole)
    assert book.inside(test, test)
    assert book.inside(test, book.union((train, test)))
    assert not book.inside(whole, test)
    assert not book.inside(book.union((train, test)), train)


def test_what_is_split_again_stays_apart() -> None:
    book = RowBook()
    whole = book.source()
    rest, test = (book.pick(whole, By("part", 1, k)) for k in (0, 1))
    train, valid = (book.pick(rest, By("part", 2, k)) for k in (0, 1))
    assert book.overlap(train, valid) is Overlap.NO
    assert book.overlap(valid, test) is Overlap.NO
    assert book.overlap(rest, valid) is Overlap.YES


def test_slices_meet_where_their_bounds_say_so() -> None:
    book = RowBook()
    whole = book.source()
    cut = ("op", "Mult", ("len", whole), 0.8)

    def piece(low: object, high: object) -> Rows:
        return book.pick(whole, By("slice", low, high))

    assert book.overlap(piece(None, 400), piece(400, None)) is Overlap.NO
    assert book.overlap(piece(None, 400), piece(300, None)) is Overlap.YES
    assert book.overlap(piece(None, -100), piece(-100, None)) is Overlap.NO
    assert book.overlap(piece(None, cut), piece(cut, None)) is Overlap.NO
    assert book.overlap(piece(None, 10), piece(cut, None)) is Overlap.MAYBE


def test_a_condition_and_its_contrary_are_disjoint() -> None:
    book = RowBook()
    whole = book.source()
    late = ("compare", "<", ("column", whole, "day"), "2022")
    assert book.overlap(book.pick(whole, By("where", late, True)), book.pick(whole, By("where", late, False))) is Overlap.NO
    one, two = (("compare", "==", ("column", whole, "label"), label) for label in (0, 1))
    assert book.overlap(book.pick(whole, By("where", one, True)), book.pick(whole, By("where", two, True))) is Overlap.NO
    assert book.overlap(book.pick(whole, By("where", one, False)), book.pick(whole, By("where", two, False))) is Overlap.MAYBE


def test_all_but_a_sample_is_disjoint_from_it() -> None:
    book = RowBook()
    whole = book.source()
    train = book.pick(whole, By("some", 5))
    rest = book.pick(whole, By("outside", train))
    assert book.overlap(train, rest) is Overlap.NO
    assert book.overlap(book.pick(train, By("most", 6)), rest) is Overlap.NO


def test_what_was_put_together_comes_apart_again() -> None:
    book = RowBook()
    train, test = book.source("train"), book.source("test")
    both = book.union((train, test))
    assert book.pick(both, By("slice", None, ("len", train))) is train
    assert book.pick(both, By("slice", ("len", train), None)) is test
    assert book.overlap(both, test) is Overlap.YES
    assert book.overlap(train, test) is Overlap.NO


PICKS = st.one_of(
    st.builds(lambda split, k: By("part", split, k), st.integers(1, 3), st.integers(0, 1)),
    st.builds(lambda low, size: By("slice", low, low + size), st.integers(0, 6), st.integers(1, 6)),
    st.builds(lambda name, truth: By("where", ("mask", name), truth), st.sampled_from("ab"), st.booleans()),
)


@given(st.lists(st.lists(PICKS, max_size=3), min_size=2, max_size=2), st.integers(0, 1))
def test_the_answer_does_not_depend_on_the_order_of_the_question(paths: list[list[By]], other: int) -> None:
    book = RowBook()
    sources = [book.source("a"), book.source("b")]
    rows = []
    for number, path in enumerate(paths):
        one = sources[other if number else 0]
        for by in path:
            one = book.pick(one, by)
        rows.append(one)
    assert book.overlap(rows[0], rows[1]) is book.overlap(rows[1], rows[0])
    assert book.overlap(rows[0], rows[0]) is Overlap.YES
    if other:
        assert book.overlap(rows[0], rows[1]) is Overlap.NO
    for whole, part in ((rows[0], book.pick(rows[0], By("part", 9, 0))), (rows[1], book.made(rows[1]))):
        assert book.overlap(whole, part) is Overlap.YES


@given(st.integers(0, 20), st.integers(1, 10), st.integers(0, 20), st.integers(1, 10))
def test_slices_agree_with_python(low: int, size: int, low2: int, size2: int) -> None:
    book = RowBook()
    whole = book.source()
    answer = book.overlap(book.pick(whole, By("slice", low, low + size)), book.pick(whole, By("slice", low2, low2 + size2)))
    really = bool(set(range(low, low + size)) & set(range(low2, low2 + size2)))
    assert answer is (Overlap.YES if really else Overlap.NO)


def test_rows_of_many_files_are_parted_like_those_of_one() -> None:
    book = RowBook()
    months = book.union(tuple(book.source(n) for n in range(40)))
    train, test = (book.pick(months, By("part", 1, k)) for k in (0, 1))
    assert book.overlap(train, test) is Overlap.NO
    assert book.overlap(months, test) is Overlap.YES
    assert book.overlap(book.pick(train, By("some", 2)), test) is Overlap.NO
    twice = book.union((months, book.source(7)))  # one file is there twice: its rows may stand on both sides
    assert book.overlap(book.pick(twice, By("part", 1, 0)), book.pick(twice, By("part", 1, 1))) is Overlap.MAYBE


def test_a_long_way_is_compared_as_a_short_one() -> None:
    book = RowBook()
    rows = book.source("file")
    for n in range(20_000):
        rows = book.pick(rows, By("some", n))
    train, test = (book.pick(rows, By("part", 9, k)) for k in (0, 1))
    assert book.overlap(train, test) is Overlap.NO
    assert book.overlap(rows, test) is Overlap.YES
    assert book.splits(test) == {9}
    assert test.roots() == (book.source("file"),)


def test_slices_meet_by_their_shares_of_all_rows() -> None:
    book = RowBook()
    whole = book.source()
    rows = ("len", whole)

    def share(number: float) -> tuple[object, ...]:
        return ("int", ("op", "Mult", rows, number))

    first = book.pick(whole, By("slice", None, share(0.8)))
    assert book.overlap(first, book.pick(whole, By("slice", share(0.8), None))) is Overlap.NO
    assert book.overlap(first, book.pick(whole, By("slice", ("op", "Add", share(0.8), 5), None))) is Overlap.NO
    assert book.overlap(first, book.pick(whole, By("slice", share(0.9), None))) is Overlap.NO
    assert book.overlap(first, book.pick(whole, By("slice", share(0.7), None))) is Overlap.YES
    assert book.overlap(first, book.pick(whole, By("slice", ("op", "FloorDiv", rows, 2), None))) is Overlap.YES
    assert book.overlap(first, book.pick(whole, By("slice", 300, None))) is Overlap.MAYBE
    assert book.overlap(first, book.pick(whole, By("slice", ("len", book.source()), None))) is Overlap.MAYBE
    assert book.overlap(book.pick(whole, By("slice", None, -100)), book.pick(whole, By("slice", -100, None))) is Overlap.NO
    assert book.overlap(book.pick(whole, By("slice", None, -100)), book.pick(whole, By("slice", -200, None))) is Overlap.YES


def test_two_draws_of_the_same_rows_meet_and_folds_of_other_turns_may() -> None:
    book = RowBook()
    whole = book.source()
    assert book.overlap(*(book.pick(whole, By("drawn", number)) for number in (1, 2))) is Overlap.YES
    assert book.overlap(book.pick(whole, By("drawn", 1)), book.pick(whole, By("part", 2, 1))) is Overlap.YES
    assert book.overlap(book.pick(whole, By("part", (1, 0), 1)), book.pick(whole, By("part", (1, 1), 1))) is Overlap.MAYBE
    assert book.overlap(book.pick(whole, By("part", (1, 0), 1)), book.pick(whole, By("part", (1, 0), 0))) is Overlap.NO


def test_rows_that_were_made_tell_by_what_and_are_made_once() -> None:
    book = RowBook()
    whole = book.source()
    again = book.made(whole, 3, True)
    assert again.by == By("made", 3, True)
    assert book.made(again, 4, True) is again
    new = book.made(again, 5, False)
    assert new is not again
    assert book.made(new, 6, True) is new
