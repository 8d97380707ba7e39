"""Rows picked by a condition, and splits that know nothing of it."""

from __future__ import annotations

from mlreview_jupyter.model.rows import By, Overlap, RowBook

ADULTS = By("where", ("compare", "==", "group", "adult"), True)


def test_a_random_split_puts_some_rows_of_every_group_into_each_part() -> None:
    book = RowBook()
    whole = book.source()
    adults = book.pick(whole, ADULTS)
    book.mixed[1] = book.size
    test = book.pick(whole, By("part", 1, 1))
    assert book.overlap(adults, test) is Overlap.YES
    assert book.overlap(book.pick(adults, By("some", 2)), test) is Overlap.MAYBE


def test_of_a_condition_asked_after_the_split_it_cannot_be_told() -> None:
    book = RowBook()
    whole = book.source()
    book.mixed[1] = book.size
    test = book.pick(whole, By("part", 1, 1))
    assert book.overlap(book.pick(whole, ADULTS), test) is Overlap.MAYBE


def test_of_a_split_that_may_go_by_groups_it_cannot_be_told() -> None:
    book = RowBook()
    whole = book.source()
    assert book.overlap(book.pick(whole, ADULTS), book.pick(whole, By("part", 1, 1))) is Overlap.MAYBE
