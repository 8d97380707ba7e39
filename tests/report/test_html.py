"""The page is whole without a script, asks for nothing, shows everything, and nothing of a notebook acts in it."""

from __future__ import annotations

import json
import re
import time
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from mlreview_jupyter.model.review import Review
from mlreview_jupyter.report import html
from mlreview_jupyter.report.inert import inert
from mlreview_jupyter.report.json import plain
from mlreview_jupyter.report.places import counted, suppressed

from .pages import ACT, KNOWN, LIVE, Tags, everywhere
from .readers import CONTROL, INLINE, commands
from .reviews import hostile, tame
from .samples import clear, finding, full, many, unseeded

law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def check(page: str) -> Tags:
    """What holds for every page."""
    tags = Tags(page)
    assert not tags.wrong
    assert not tags.open
    assert {tag for tag, _ in tags.tags} <= KNOWN
    ids = tags.values("id")
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"mlr-[\w-]+", one) for one in ids)
    assert set(tags.values("href")) <= {f"#{one}" for one in ids}
    assert set(tags.values("aria-labelledby")) <= set(ids)
    names = {name for _, name, _ in tags.attributes}
    assert not [name for name in names if name.startswith("on") or name.startswith("data-")]
    assert not names & {"src", "srcdoc", "srcset", "style", "action", "formaction", "autofocus", "xlink:href", "contenteditable", "poster"}
    assert not CONTROL.search(page)
    assert not INLINE.search(page)
    assert not commands(page)
    page.encode("utf-8")
    return tags


@pytest.mark.parametrize("review", [full(), many(), many(82), clear()], ids=["full", "many", "more", "clear"])
def test_a_page_is_well_formed_and_reads_in_order(review: Review) -> None:
    tags = check(html.render(review))
    assert tags.values("lang") == ["en"]
    levels = [int(tag[1]) for tag, _ in tags.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), tags.headings
    assert all(words.strip() for _, words in tags.headings)
    title = re.search("<title>(.+?)</title>", html.render(review))
    assert title is not None
    assert title.group(1).startswith(review.decision + ": ")


def test_the_policy_allows_our_own_style_and_script_and_nothing_else() -> None:
    page = html.render(full())
    tags = Tags(page)
    (policy,) = [value for _, name, value in tags.attributes if name == "content" and "default-src" in value]

    def digest(content: str) -> str:
        return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"

    assert dict(part.split(" ", 1) for part in policy.split("; ")) == {
        "default-src": "'none'",
        "style-src": digest(tags.raw["style"]),
        "script-src": digest(tags.raw["script"]),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "url(" not in tags.raw["style"]
    assert "@import" not in tags.raw["style"]


def test_everything_that_a_review_says_is_there() -> None:
    review = full()
    text = Tags(html.render(review)).text
    for one in (*counted(review), *suppressed(review)):
        for word in (one.title, one.issue, one.fix, one.tradeoff, one.rule, one.item, one.certainty, one.severity.upper(), one.id):
            assert word in text
        for step in one.related:
            assert step.role in text
            assert step.text in text
        for proof in one.evidence:
            assert f"{proof.name}{proof.value}" in text
    assert "The rows are ordered by time" not in text, "below the severity that was asked for"
    told = [*review.because, *review.flip[:-1], *review.risks, *review.strengths, *review.questions, *review.notices]
    told += [word for proof in (*review.context, *review.inventory) for word in (proof.name, proof.value)]
    told += [word for gap in review.gaps for word in (gap.kind, gap.reason)]
    told += [word for one in review.unread for word in (one.file, one.reason)]
    told += [word for one in review.allowances for word in (one.rule, one.reason, one.problem)]
    told += [word for one in review.outcomes for word in (one.rule, one.outcome, one.reason)]
    told += [word for one in review.scorecard for word in (one.because, one.status) if one.status != "not applicable"]
    told += [
        word for one in review.files if one.form != "unread" for word in (one.path, one.stage_because, one.work[0].name, one.work[0].value)
    ]
    told += [
        review.tool,
        review.schema,
        review.policy,
        review.judged_as,
        "pytest passed",
        "claude: not asked",
        "Not applicable here: Serving",
    ]
    told += [
        "1 allowed, 1 in the baseline, 1 unchanged since main, 1 below severity low",
        "cell 6 output 0:1",
        "Then: APPROVE WITH WARNINGS",
    ]
    told += ["In [5]", "line 99 on disk", "matches nothing and can go", "does not count: no rule is called scaled-early"]
    for word in told:
        assert word in text, word


def test_the_decision_comes_first_and_the_findings_before_the_rest() -> None:
    tags = Tags(html.render(full()))
    assert [words for tag, words in tags.headings if tag in ("h1", "h2")] == [
        "BLOCK",
        "Primary risks",
        "Settings",
        "Could not be read",
        "Files",
        "Do these two first",
        "What would flip it",
        "To be settled",
        "In order",
        "Findings",
        "Scorecard",
        "Each file",
        "Not judged 1",
        "Allowances",
        "Rules",
        "Appendix",
    ]


def test_the_place_is_marked_in_its_line_and_an_edit_shows_both_lines() -> None:
    page = html.render(replace(full(), findings=(unseeded(),)))
    assert re.search(r"<code>X_train, X_test, y_train, y_test = <mark>train_test_split\(X, y\)</mark></code>", page)
    assert "<del>X_train, X_test, y_train, y_test = train_test_split(X, y)</del>" in page
    assert "<ins>X_train, X_test, y_train, y_test = train_test_split(X, y<b>, random_state=0</b>)</ins>" in page
    long = finding(source="x = " + "a" * 900 + "scaler.fit(X)", column=904, end_column=917, related=())
    assert "<mark>scaler.fit(X)</mark>" in html.render(replace(full(), findings=(long,)))


def test_an_edit_elsewhere_is_shown_as_what_goes_and_what_comes() -> None:
    one = unseeded()
    (edit,) = one.edits
    far = replace(edit, spot=replace(edit.spot, cell=1), expected="a = 1\nb = 2", new="a = 2")
    page = html.render(replace(full(), findings=(replace(one, edits=(far,)),)))
    assert "cell 1:1</span><del>a = 1</del><del>b = 2</del><ins>a = 2</ins>" in page


def test_the_path_goes_step_by_step_with_the_finding_s_own_line_marked_in_it() -> None:
    page = html.render(replace(full(), findings=(finding(),)))
    (drawn,) = re.findall(r'<ol class="path leak" aria-label="([^"]+)">(.+?)</ol>', page)
    assert drawn[0] == "learned in cell 4:2; then split in cell 5:1; then scored in cell 7:3, cell 8:1"
    assert re.findall(r"<b>(\w+)</b>", drawn[1]) == ["learned", "split", "scored"]
    assert "<mark>StandardScaler().fit_transform(X)</mark>" in drawn[1]
    assert page.count("<mark>") == 1


def test_the_review_comes_along_unless_it_is_too_large() -> None:
    review = full()
    told = Tags(html.render(review)).raw["script application/json"]
    assert json.loads(told) == json.loads(json.dumps(plain(review)))
    assert not re.search("[<>&\u2028\u2029]", told)
    large = replace(review, notices=("x" * html.LARGEST,))
    assert "script application/json" not in Tags(html.render(large)).raw


def test_each_severity_can_be_left_out_without_a_script() -> None:
    page = html.render(many(12))
    tags = Tags(page)
    boxes = [value for value in tags.values("id") if value.startswith("mlr-show-")]
    assert boxes == ["mlr-show-critical", "mlr-show-medium"]
    for box in boxes:
        assert f"#{box}:not(:checked)" in tags.raw["style"]


def test_an_approval_says_what_was_looked_at() -> None:
    text = Tags(html.render(clear())).text
    assert "2 fits, 1 split, 3 scores judged; no score rests on a preparation" in text
    assert "No findings: 1 rule ran: 1 clean." in text


def test_many_files_are_listed_worst_first_and_lead_to_their_part() -> None:
    page = html.render(many(40))
    files = re.findall(r'<th scope="row"><a href="#(mlr-file-\d+)">(n\d+\.ipynb)</a>', page)
    assert len(files) == 40
    assert files[0] == ("mlr-file-39", "n039.ipynb")
    assert "25 more files" in page


@given(hostile())
@law
def test_a_hostile_review_makes_the_same_elements_as_a_tame_one(review: Review) -> None:
    tags, other = check(html.render(review)), check(html.render(tame(review)))
    ours = Counter((tag, tuple(name for name in names if name != "tabindex")) for tag, names in tags.tags)
    assert ours == Counter((tag, tuple(name for name in names if name != "tabindex")) for tag, names in other.tags)
    for one in counted(review):
        assert " ".join(inert(f".{one.title}")[1:].split()) in tags.text


def test_no_payload_becomes_an_element_in_any_field() -> None:
    assert len(LIVE) >= 60
    for review in everywhere(full(), LIVE):
        tags = check(html.render(review))
        assert ACT in tags.text
        assert ACT not in tags.raw["style"] + tags.raw["script"]


@pytest.mark.slow
def test_a_thousand_findings_take_less_than_a_second() -> None:
    review = many(100, 10)
    assert len(review.findings) > 990
    html.render(review)
    start = time.process_time()
    html.render(review)
    assert time.process_time() - start < 1
