"""JUnit's XML: suites, cases and what fails them."""

from __future__ import annotations

from xml.etree import ElementTree

from mlreview_jupyter.model.review import NotJudged, Review, RuleOutcome, Trouble
from mlreview_jupyter.report import junit

from .readers import junit_schema
from .reviews import file, finding, path, review, spot


def read(told: Review) -> ElementTree.Element:
    text = junit.render(told)
    junit_schema().validate(text)
    return ElementTree.fromstring(text)


def cases(root: ElementTree.Element) -> dict[str, str]:
    """Each case with how it ended."""
    ended = {}
    for case in root.iter("testcase"):
        ends = [child.tag for child in case if child.tag in ("failure", "error", "skipped")]
        ended[case.attrib["name"]] = ends[0] if ends else "passed"
    return ended


def outcome(rule: str, ending: str, reason: str = "", file: str = "train.ipynb") -> RuleOutcome:
    return RuleOutcome(rule, file, ending, reason, 1)


def test_every_outcome_of_a_rule_is_a_case() -> None:
    endings = ("found", "crashed", "unknown", "allowed", "clean", "skipped", "not applicable")
    some = tuple(outcome(ending.replace(" ", "-"), ending, "why") for ending in endings)
    root = read(review(finding(rule="found"), outcomes=some))
    assert cases(root) == {
        "found": "failure",
        "crashed": "error",
        "unknown": "skipped",
        "allowed": "skipped",
        "clean": "passed",
        "skipped": "skipped",
        "not-applicable": "skipped",
        "decision": "failure",
    }
    assert {name: root.attrib[name] for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "8",
        "failures": "2",
        "errors": "1",
        "skipped": "4",
    }
    (unknown,) = root.findall(".//testcase[@name='unknown']/skipped")
    assert unknown.attrib["message"] == "unknown: why"


def test_a_failure_holds_all_findings_of_its_rule() -> None:
    root = read(review(finding(related=path()), finding(title="another", cell=9), outcomes=(outcome("learned-before-split", "found"),)))
    (failure,) = root.findall(".//testcase[@name='learned-before-split']/failure")
    assert failure.attrib == {"message": "2 findings (2 high)", "type": "high"}
    for words in ("StandardScaler learned", "another", "cell 9:2", "Path: split, train.ipynb:cell 6:1", "line 31 of the file"):
        assert words in (failure.text or "")
    (case,) = root.findall(".//testcase[@name='learned-before-split']")
    assert case.attrib["classname"] == "train.ipynb"


def test_what_touches_no_decision_fails_nothing() -> None:
    root = read(review(finding(rule="a-fact", severity="info"), decision="APPROVE", outcomes=(outcome("a-fact", "found"),)))
    assert cases(root) == {"a-fact": "passed", "decision": "passed"}
    assert "StandardScaler learned" in (root.findtext(".//testcase[@name='a-fact']/system-out") or "")


def test_suppressed_findings_are_skipped_with_their_reason() -> None:
    told = finding(suppressed_by="allowed: only a demonstration")
    root = read(review(told, decision="APPROVE", outcomes=(outcome("learned-before-split", "allowed", "allowed: only a demonstration"),)))
    assert cases(root)["learned-before-split"] == "skipped"
    assert "Suppressed (allowed: only a demonstration): [HIGH] StandardScaler" in (root.findtext(".//testcase/system-out") or "")
    mixed = read(review(told, finding(title="counted"), outcomes=(outcome("learned-before-split", "found"),)))
    assert cases(mixed)["learned-before-split"] == "failure"
    assert "Suppressed" in (mixed.findtext(".//testcase/system-out") or "")


def test_a_file_that_cannot_be_read_is_an_error_and_another_lane_has_cases() -> None:
    root = read(
        review(
            finding(rule="unit", lane="claude"),
            unread=(Trouble("gone.ipynb", "no such file"),),
            files=(file(), file(file="gone.ipynb", path="nb/gone.ipynb")),
        )
    )
    assert cases(root) == {"unit": "failure", "read": "error", "decision": "failure"}
    assert [suite.attrib["name"] for suite in root] == ["train.ipynb", "nb/gone.ipynb", "mlreview"]


def test_the_rest_is_in_the_output_of_the_suites() -> None:
    told = review(
        gaps=(NotJudged("call", "unknown call f", spot()),), questions=("is it so?",), notices=("only leakage",), strengths=("all seeded",)
    )
    of_file, of_all = (suite.findtext("system-out") or "" for suite in read(told))
    assert "Not judged: cell 4:2: unknown call f" in of_file
    for words in ("Decision: APPROVE", "To be settled: is it so?", "Settings: only leakage", "In order: all seeded"):
        assert words in of_all


def test_text_that_xml_cannot_hold_is_shown_as_what_it_is() -> None:
    root = read(review(finding(title="a\x00b\ufffe<&]]>\ud800"), outcomes=(outcome("learned-before-split", "found"),)))
    (failure,) = root.findall(".//testcase[@name='learned-before-split']/failure")
    assert failure.attrib["message"] == "[HIGH] a\\u{0}b\\u{fffe}<&]]>\\u{d800}"
