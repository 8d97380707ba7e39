"""Laws of every report, over arbitrary reviews in which every word is hostile."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings

from mlreview_jupyter.model.review import Review
from mlreview_jupyter.report import executive, github, gitlab, junit, markdown, sarif
from mlreview_jupyter.report.inert import inert
from mlreview_jupyter.report.places import counted, suppressed

from .readers import CONTROL, INLINE, LINKED, LIVELY, commands, junit_schema, parts, sarif_schema, squashed, strict
from .readers import github as rendered
from .reviews import hostile, mark, tame

FORMS = {"sarif": sarif, "github": github, "gitlab": gitlab, "junit": junit, "markdown": markdown, "executive": executive}
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(hostile())
@law
def test_nothing_in_any_report_commands_a_terminal_or_a_ci_service(review: Review) -> None:
    for name, form in FORMS.items():
        text = form.render(review)
        text.encode("utf-8")
        assert not CONTROL.search(text), name
        assert not INLINE.search(text), name
        if name != "github":
            assert not commands(text), name
        if name in ("sarif", "gitlab"):
            assert text.isascii()
            for part in parts(strict(text)):
                assert not isinstance(part, str) or not CONTROL.search(part), (name, part)


@given(hostile())
@law
def test_every_report_holds_every_finding(review: Review) -> None:
    texts = {name: form.render(review) for name, form in FORMS.items()}
    shown = {number for number, one in enumerate(review.findings) if one in counted(review)}
    aside = {number for number, one in enumerate(review.findings) if one in suppressed(review)}
    for name, text in texts.items():
        there = {number for number in range(len(review.findings)) if mark(number) in text}
        left_out = name in ("github", "gitlab")
        assert shown <= there, name
        assert (there & aside == set()) if left_out else (aside <= there), name


@given(hostile())
@law
def test_markdown_from_a_notebook_is_never_live(review: Review) -> None:
    for form in (markdown, executive):
        text = form.render(review)
        page, plain = rendered(text), rendered(form.render(tame(review)))
        assert page.tags == plain.tags, text
        spoken = [part for part in page.spoken if LINKED.search(part)]
        assert not spoken, spoken
        shown = squashed(page.text)
        for one in counted(review):
            assert squashed(inert(one.title)) in shown
        if form is markdown and len(review.files) > 1:
            assert all(squashed(inert(known.file)) in shown for known in review.files)
        source = re.sub(r"(?ms)^(`{3,}|~{3,}).*?^\1\s*$", "", text)
        source = re.sub(r"(`+)(?:(?!\1).)+?\1", "", source)
        assert not LIVELY.search(source)
        assert "$" not in source  # where two of them are, GitHub sees a formula


@given(hostile())
@law
def test_github_takes_our_commands_and_no_other(review: Review) -> None:
    told = commands(github.render(review))
    assert {one.name for one in told} <= {"error", "warning", "notice"}
    assert all(one.properties.keys() <= {"file", "line", "endLine", "title"} for one in told)
    ours = [one for one in told if re.search(r"Zq\d+qZ", one.properties["title"])]
    assert [one.properties["title"] for one in ours] == [inert(f"[{one.severity.upper()}] {one.title}") for one in counted(review)]
    assert [one.properties.get("line") for one in ours] == [one.physical_line and str(one.physical_line) for one in counted(review)]


@given(hostile())
@law
def test_sarif_is_valid_and_links_nowhere(review: Review) -> None:
    log = strict(sarif.render(review))
    sarif_schema()(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(counted(review)) + len(suppressed(review))
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert not re.search(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(", result["message"]["text"])
    for uri in (part["uri"] for part in parts(run) if isinstance(part, dict) and "uri" in part):
        assert re.fullmatch(r"(?!/)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri


@given(hostile())
@law
def test_junit_is_valid_xml(review: Review) -> None:
    text = junit.render(review)
    junit_schema().validate(text)
    root = ElementTree.fromstring(text)
    assert len(root.findall("testsuite/testcase")) == int(root.attrib["tests"])
    for name in ("failure", "error", "skipped"):
        plural = name if name == "skipped" else name + "s"
        assert len(root.findall(f".//{name}")) == int(root.attrib[plural])


@given(hostile())
@law
def test_gitlab_gets_a_list_that_it_understands(review: Review) -> None:
    entries = strict(gitlab.render(review))
    assert len([one for one in entries if one["check_name"] not in ("not-read", "not-judged")]) == len(counted(review))
    for one in entries:
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(one["location"]["lines"]["begin"], int)
        assert one["location"]["lines"]["begin"] >= 1
        assert isinstance(one["location"]["path"], str)
        assert isinstance(one["fingerprint"], str)
