"""How rules are found and run, and what a waiver does."""

from __future__ import annotations

from datetime import date

import pytest
from examples import evidence

from bot.checks import registry
from bot.checks.registry import Rule, all_rules, rule, run
from bot.errors import CurateError
from bot.model import Evidence, Finding, place

FUTURE = date(2023, 1, 1)


def pairs(seen: Evidence):
    """A rule about two records: the first two of the list are too alike."""
    one, other, *_ = seen.subjects
    return [Finding("两个条目太像", "请合并", place(one), {}, (place(other),))]


@pytest.fixture
def with_pair_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    own = rule("alw001")
    known = (own, Rule("DUP999", "made-up", "warning", "", pairs))
    monkeypatch.setattr(registry, "all_rules", lambda: known)


def codes(**allow: dict[str, str]) -> list[tuple[str, str]]:
    """(code, record) of what is found in two records with these waivers."""
    records = [{"name": name, "allow": allow.get(name)} for name in ("one", "two")]
    return [(f.code, f.place.record) for f in run(evidence({"record": records[0], "catalog": records[1:]}))]


@pytest.mark.usefixtures("with_pair_rule")
@pytest.mark.parametrize(
    "allow, found",
    [
        pytest.param({}, [("DUP999", "one")], id="no-waiver"),
        pytest.param({"one": {"dup999": "本来就是两个"}}, [], id="first-side"),
        pytest.param({"two": {"dup999": "本来就是两个"}}, [], id="other-side"),
        pytest.param({"one": {"DUP999": "理由"}, "two": {"dup999": "理由"}}, [], id="both-sides-are-used"),
        pytest.param({"two": {"dup999": " "}}, [("DUP999", "one"), ("ALW001", "two")], id="without-reason"),
        pytest.param({"one": {"dup998": "理由"}}, [("DUP999", "one"), ("ALW001", "one")], id="another-rule"),
    ],
)
def test_a_waiver_silences_a_finding_from_either_side(allow: dict[str, dict[str, str]], found: list[tuple[str, str]]):
    assert codes(**allow) == found


def waived(allow: dict[str, str], added: date = date(2030, 1, 1)) -> list[tuple[str, str]]:
    seen = evidence({"record": {"name": "one", "added": added, "allow": allow}, "today": FUTURE})
    return [(finding.code, finding.message) for finding in run(seen)]


def test_an_unused_waiver_is_a_finding():
    assert waived({"dat002": "预告"}, date(2022, 1, 1)) == [("ALW001", "豁免 dat002 没有对应的问题")]


def test_a_waiver_without_reason_is_a_finding_and_silences_nothing():
    assert waived({"dat002": ""}) == [
        ("DAT002", "收录日期 2030-01-01 还没有到（今天是 2023-01-01）"),
        ("ALW001", "豁免 dat002 没有写理由"),
    ]


def test_a_waiver_of_a_rule_that_does_not_exist_is_told_so():
    assert waived({"dat999": "理由"}, date(2022, 1, 1)) == [("ALW001", "豁免的规则 dat999 不存在")]


def test_a_used_waiver_is_no_finding():
    assert waived({"dat002": "预告"}) == []


def test_findings_come_by_file_then_line():
    seen = evidence({"record": {"name": "b", "added": "x", "kind": "y"}, "catalog": [{"name": "a", "kind": "y"}]})
    assert [(f.place.file, f.place.line) for f in run(seen)] == [
        ("catalog/models/a.yml", 2),
        ("catalog/models/b.yml", 2),
        ("catalog/models/b.yml", 3),
    ]


def test_a_finding_gets_its_rules_code_and_severity_unless_it_has_its_own():
    long = evidence({"record": {"description": "很长的介绍。" * 300}})
    empty = evidence({"record": {"description": "  "}})
    assert [(f.code, f.severity) for f in run(long)] == [("TXT001", "warning")]
    assert [(f.code, f.severity) for f in run(empty)] == [("TXT001", "error")]


def test_only_subjects_are_judged():
    seen = evidence({"record": {"name": "one"}, "catalog": [{"name": "two", "kind": None, "added": "x"}]})
    first = Evidence(seen.catalog, tuple(r for r in seen.subjects if r.slug == "one"))
    assert run(first) == []


@pytest.mark.parametrize("word", ["TXT001", "txt001", "empty-description"])
def test_a_rule_is_found_by_code_or_name(word: str):
    assert rule(word).code == "TXT001"


def test_an_unknown_rule_is_refused_with_the_known_ones():
    with pytest.raises(CurateError, match="没有规则“TXT999”。可用的规则：ALW001") as caught:
        rule("TXT999")
    assert caught.value.next_step.count("、") == len(all_rules()) - 1
