"""A finding's line, its path and its edits → markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...model.plural import plural
from ...model.review import Change, Reported, Spot, Step
from ..places import place
from .element import Content, Html, element, fold

LONGEST = 240  # characters of a quoted line
SCROLLS = 40  # from so many on it may be wider than a phone
SIBLINGS = 4  # places of one role that are seen at once


def code(*content: Content, number: int | None = None, length: int = 0, look: str = "code") -> Html:
    """A line of code in a box of its own, which scrolls where the line is wider than the page."""
    gutter = None if number is None else element("span", number, class_="number", aria_hidden="true")
    return element("div", gutter, element("code", *content), class_=look, tabindex=0 if length > SCROLLS else None)


def quote(one: Reported) -> Html:
    """The line of a finding, with the place marked."""
    source, start = one.source, one.column
    end = max(start + 1, one.end_column if one.end_line == one.line else len(source))
    begin = max(0, min(start - LONGEST // 4, len(source) - LONGEST))
    stop = begin + LONGEST
    return code(
        "…" if begin else None,
        source[begin:start],
        element("mark", source[start : min(end, stop)]),
        source[end:stop],
        "…" if stop < len(source) else None,
        number=one.line,
        length=len(source),
        look="code own",
    )


def path(one: Reported) -> Html | None:
    """Where it was learned, split, scored: one step below the other, steps of one role side by side."""
    if len(one.related) < 2:
        return None
    leak = one.item.startswith("leakage.") or {"learned", "scored"} <= {step.role for step in one.related}
    steps = [_role(one, role, list(group)) for role, group in groupby(one.related, key=lambda step: step.role)]
    return element("ol", steps, class_="path leak" if leak else "path", aria_label=_words(one.related))


def quoted_in_path(one: Reported) -> bool:
    """Is the finding's own line one of the steps of its path?"""
    return len(one.related) > 1 and any(_same(step.spot, one) for step in one.related)


def _role(one: Reported, role: str, steps: Sequence[Step]) -> Html:
    places = [
        element(
            "li",
            element("span", _where(step.spot, one.file), class_="place"),
            quote(one) if _same(step.spot, one) else code(_cut(step.text), number=step.spot.line, length=len(step.text)),
        )
        for step in steps
    ]
    shown = places if len(places) <= SIBLINGS + 1 else places[:SIBLINGS]
    rest = places[len(shown) :]
    more = fold(plural(len(rest), "more place"), element("ul", rest)) if rest else None
    notes = list(dict.fromkeys(step.note for step in steps if step.note))
    head = element("p", element("b", role), f" {', '.join(notes[:4])}" if notes else None, class_="role")
    return element("li", head, element("ul", shown), more)


def _words(steps: Sequence[Step]) -> str:
    told = []
    for role, group in groupby(steps, key=lambda step: step.role):
        places = [place(step.spot) for step in group]
        told.append(f"{role} in {', '.join(places[:4])}" + (f" and {len(places) - 4} more" if len(places) > 4 else ""))
    return "; then ".join(told)


def _same(spot: Spot, one: Reported) -> bool:
    return (spot.file, spot.cell, spot.part, spot.line, spot.column) == (one.file, one.cell, one.part, one.line, one.column)


def _where(spot: Spot, file: str) -> str:
    return place(spot) if spot.file == file else f"{spot.file}:{place(spot)}"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def edits(one: Reported) -> Html | None:
    """What `nbreview fix` would do, as removed and added lines."""
    if not one.edits:
        return None
    safe = all(edit.safe for edit in one.edits)
    told = "nbreview fix does this; the result stays the same." if safe else "nbreview fix --unsafe does this; results may change."
    return element("figure", element("div", list(_diff(one)), class_="code diff", tabindex=0), element("figcaption", told), class_="edit")


def _diff(one: Reported) -> Iterator[Html]:
    edited = _edited(one)
    if edited is not None:
        yield from (element(kind, line) for kind, line in zip(("del", "ins"), edited, strict=True))
        return
    for edit in one.edits:
        yield element("span", _where(edit.spot, one.file), class_="hunk")
        for kind, lines in (("del", edit.expected), ("ins", edit.new)):
            for changed in lines.split("\n") if lines else ():
                yield element(kind, _cut(changed) or " ")


def _edited(one: Reported) -> tuple[list[Content], list[Content]] | None:
    """The finding's line before and after its edits, what changes marked; where all of them lie within it and it reads as they expect."""
    before: list[Content] = []
    after: list[Content] = []
    done = len(one.source) - len(one.source.lstrip())
    for edit in sorted(one.edits, key=lambda edit: edit.spot.column):
        start, end = edit.spot.column, edit.spot.end_column
        if not _within(edit, one) or start < done or one.source[start:end] != edit.expected or len(one.source) > LONGEST:
            return None
        head, tail = _shared(edit.expected, edit.new)
        kept = one.source[done:start] + edit.expected[:head]
        gone, new = edit.expected[head : len(edit.expected) - tail], edit.new[head : len(edit.new) - tail]
        left = edit.expected[len(edit.expected) - tail :]
        before += [kept, element("b", gone) if gone else None, left]
        after += [kept, element("b", new) if new else None, left]
        done = end
    rest = one.source[done:]
    return [*before, rest], [*after, rest]


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning, and then at their end."""
    head = _alike(old, new)
    return head, _alike(old[head:][::-1], new[head:][::-1])


def _alike(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _within(edit: Change, one: Reported) -> bool:
    spot = edit.spot
    return (
        edit.target == "source"
        and (spot.file, spot.cell, spot.part, spot.line, spot.end_line) == (one.file, one.cell, one.part, one.line, one.line)
        and "\n" not in edit.new
    )
