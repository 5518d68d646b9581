"""How rules are found and run, and what a waiver does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from examples import evidence

from bot.errors import CurateError
from bot.lint import discover, engine, wording
from bot.lint.context import LintContext
from bot.lint.discover import Rule, all_rules, rule
from bot.lint.engine import run
from bot.lint.finding import Finding, place
from bot.lint.sentences import Sentence
from bot.lint.wording import for_maintainer
from bot.rules import alw001_unused_waiver

FUTURE = date(2023, 1, 1)


def pairs(seen: LintContext):
    """A rule about two records: the first two of the list are too alike."""
    one, other, *_ = seen.subjects
    return [Finding("alike", place(one), related=(place(other),))]


@pytest.fixture
def with_pair_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    own = rule("alw001")
    known = (own, Rule("DUP999", "made-up", "warning", "", pairs, {"alike": Sentence("两个条目太像", "请合并")}))
    for module in (discover, engine, wording, alw001_unused_waiver):
        monkeypatch.setattr(module, "all_rules", lambda: known)


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
    return [(finding.code, for_maintainer(finding).message) for finding in run(seen)]


def test_an_unused_waiver_is_a_finding():
    assert waived({"dat002": "预告"}, date(2022, 1, 1)) == [("ALW001", "忽略 dat002 没有对应的问题")]


def test_a_waiver_without_reason_is_a_finding_and_silences_nothing():
    assert waived({"dat002": ""}) == [
        ("DAT002", "收录日期 2030-01-01 还没有到（今天是 2023-01-01）"),
        ("ALW001", "忽略 dat002 没有写理由"),
    ]


def test_a_waiver_of_a_rule_that_does_not_exist_is_told_so():
    assert waived({"dat999": "理由"}, date(2022, 1, 1)) == [("ALW001", "忽略的规则 dat999 不存在")]


def test_a_used_waiver_is_no_finding():
    assert waived({"dat002": "预告"}) == []


MISTAKES = [
    pytest.param({"record": {"star": 1}}, "rec002", id="unknown-field"),
    pytest.param({"record": {"kind": None}}, "rec001", id="missing-field"),
    pytest.param({"record": {"links": [{"type": "repository"}]}}, "rec001", id="link-without-address"),
    pytest.param({"record": {"kind": "chatbot"}}, "rec003", id="wrong-value"),
    pytest.param({"record": {"relations": [{"type": "part-of", "record": "none"}]}}, "rec004", id="dangling-relation"),
    pytest.param({"record": {"added": "2023-4-6"}}, "dat001", id="bad-date"),
    pytest.param({"record": {"links": [{"url": "https//github.com/a/b"}]}}, "lnk001", id="no-address"),
    pytest.param({"record": {"section": "modles"}}, "sec001", id="unknown-section"),
    pytest.param({"record": {"slug": "Chat_Yuan"}}, "slg001", id="bad-slug"),
    pytest.param({"record": {"slug": "a"}, "catalog": [{"slug": "a", "section": "corpora"}]}, "slg002", id="same-slug"),
    pytest.param({"record": {"description": "  "}}, "txt001", id="blank-description"),
]


@pytest.mark.parametrize("example, code", MISTAKES)
def test_what_stops_regen_cannot_be_waived(example: dict[str, Any], code: str):
    """Every mistake that a file is read with has a finding that stays, and its waiver is told."""
    without = run(evidence(example))
    records = [{**one, "allow": {code: "可以"}} for one in (example["record"], *example.get("catalog", []))]
    seen = evidence({"record": records[0], "catalog": records[1:]})
    told = run(seen)
    assert bool(seen.mistakes) == (code != "txt001")
    kept = [for_maintainer(f).message for f in told if f.code == code.upper()]
    if seen.mistakes:
        assert kept == [for_maintainer(f).message for f in without if f.code == code.upper()] != []
        assert f"{code} 报告的问题在这里不能忽略：文件无法解析时页面无法生成" in {
            for_maintainer(f).message for f in told
        }
    else:
        assert kept == []


def test_a_description_without_a_value_cannot_be_waived():
    text = "name: ChatYuan\nkind: model\ndescription:\nallow: {txt001: 可以}\n"
    assert [finding.code for finding in run(evidence({"text": text}))] == ["TXT001", "ALW001"]


def test_a_waiver_of_two_findings_silences_the_one_it_may():
    links = [{"url": "https//github.com/a/b"}, {"url": "https://blog-project.dev/2023。"}]
    told = run(evidence({"record": {"links": links, "allow": {"lnk001": "原文如此"}}}))
    assert [(f.code, for_maintainer(f).fix) for f in told if f.code == "ALW001"] == [("ALW001", "请先改正这个问题")]
    assert [f.evidence["url"] for f in told if f.code == "LNK001"] == ["https//github.com/a/b"]


@pytest.mark.parametrize(
    "allow, lines",
    [
        pytest.param("allow:\n  dat002: 一\n  lnk001: 二\n", [6, 7], id="as-our-writer-writes-it"),
        pytest.param("allow: {dat002: 一, lnk001: 二}\n", [5, 5], id="on-one-line"),
        pytest.param("allow:\n\n  # 为什么\n  dat002: >-\n    一\n    又一\n  lnk001: 二\n", [8, 11], id="with-room"),
    ],
)
def test_a_finding_about_a_waiver_stands_at_its_own_line(allow: str, lines: list[int]):
    text = f"name: ChatYuan\nkind: model\nadded: 2023-03-01\ndescription: 元语智能发布的对话模型。\n{allow}"
    found = run(evidence({"text": text}))
    assert [(f.code, f.place.line) for f in found] == [("ALW001", line) for line in lines]


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
    first = LintContext(seen.catalog, tuple(r for r in seen.subjects if r.slug == "one"))
    assert run(first) == []


@pytest.mark.parametrize("word", ["TXT001", "txt001", "empty-description"])
def test_a_rule_is_found_by_code_or_name(word: str):
    assert rule(word).code == "TXT001"


def test_an_unknown_rule_is_refused_with_the_known_ones():
    with pytest.raises(CurateError, match="没有规则“nonsense”。可用的规则：ALW001") as caught:
        rule("nonsense")
    assert caught.value.next_step.count("、") == len(all_rules()) - 1


@pytest.mark.parametrize(
    "word, near",
    [
        pytest.param("dup01", "DUP001", id="a-digit-too-few"),
        pytest.param("LNK0004", "LNK004", id="a-digit-too-many"),
        pytest.param("same-lnk", "DUP001", id="a-name"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest_ones(word: str, near: str):
    with pytest.raises(CurateError, match=f"没有规则“{word}”。是不是想写 .*{near}.*？全部规则见 curate rules"):
        rule(word)
