"""A grade for each kind of fault, by how many there are in a hundred entries."""

import pytest

from bot.lint.discover import all_rules
from bot.lint.finding import Finding, Place
from bot.lint.report.grades import TITLES, grades, line


def found(code, count=1, severity="warning"):
    return [Finding("x", Place("", "README.md", at), {}, code=code, severity=severity) for at in range(count)]


@pytest.mark.parametrize(
    "faults, entries, grade",
    [
        pytest.param(0, 100, "A", id="none"),
        pytest.param(1, 5, "B", id="one is never worse than B"),
        pytest.param(2, 200, "B", id="one in a hundred"),
        pytest.param(2, 199, "C", id="a little more"),
        pytest.param(10, 200, "C", id="five in a hundred"),
        pytest.param(11, 200, "D", id="more"),
    ],
)
def test_limits(faults, entries, grade):
    assert grades(found("DUP001", faults), entries)[1] == ("doubles", grade, faults)


@pytest.mark.parametrize(
    "code, kind",
    [
        pytest.param("LNK001", "links", id="an address"),
        pytest.param("LNK004", "text", id="Markdown of a link"),
        pytest.param("LNK006", "anchors", id="an anchor"),
        pytest.param("DUP008", "doubles", id="a double"),
        pytest.param("TXT003", "text", id="a character"),
        pytest.param("REC001", "records", id="a record"),
    ],
)
def test_kinds(code, kind):
    assert [one.kind for one in grades(found(code), 9) if one.faults] == [kind]


def test_every_rule_is_of_a_kind_that_has_a_title():
    assert {rule.kind for rule in all_rules()} == set(TITLES)


def test_hints_do_not_count():
    assert {one.grade for one in grades(found("DUP001", 30, "info"), 50)} == {"A"}


def test_the_line():
    findings = [*found("LNK001", 3, "error"), *found("DUP001", 9)]
    assert (
        line(findings, 100) == "评级（100 个条目）：链接 C（3 处），重复 D（9 处），目录与锚点 A，文字与 Markdown A。"
    )
    assert line(found("GEN001"), 9).endswith("条目库 B（1 处）。")
    assert line(findings, 0) == ""
