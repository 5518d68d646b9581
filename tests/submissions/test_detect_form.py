"""Which form an issue was made with: how much of it must be there, and what breaks a tie."""

import pytest
from worlds import FIX, NEW, body, forms

from bot.github.snapshot import Issue, User
from bot.submissions.detect_form import LONGEST, labelled, recognise
from bot.submissions.form import read_form

ONE, OTHER = (
    read_form(
        f"labels: [{label}]\nbody:\n" + "".join(f"- {{type: input, attributes: {{label: {name}}}}}\n" for name in names)
    )
    for label, names in (("投稿", "甲乙丙"), ("更正", "甲乙丁"))
)
TIED = {"new-entry": ONE, "fix-entry": OTHER}


def issue(text: str, *labels: str) -> Issue:
    return Issue(7, "题", text, User("alice", 7), labels=frozenset(labels))


@pytest.mark.parametrize(("text", "labels", "form"), [
    pytest.param("### 甲\n\nx\n\n### 乙\n\ny", [], "new-entry", id="alike: a new entry"),
    pytest.param("### 甲\n\nx\n\n### 乙\n\ny", ["更正"], "fix-entry", id="alike: as its label says"),
    pytest.param("### 甲\n\nx\n\n### 乙\n\ny", ["投稿"], "new-entry", id="alike: as its other label says"),
    pytest.param("### 甲\n\nx\n\n### 乙\n\ny", ["投稿", "更正"], "new-entry", id="alike in labels too"),
    pytest.param("### 甲\n\nx\n\n### 丁\n\ny", ["投稿"], "fix-entry", id="more of it than of the labelled one"),
    pytest.param("### 甲\n\nx", ["投稿"], None, id="one question"),
    pytest.param("谢谢", ["投稿"], None, id="none"),
])  # fmt: skip
def test_which_form(text, labels, form):
    found = recognise(issue(text, *labels), TIED)
    assert (found[0] if found else None) == form


@pytest.mark.parametrize(("answers", "form"), [(NEW, "new-entry"), (FIX, "fix-entry")], ids=["new", "fix"])
def test_the_shipped_forms(answers, form):
    assert recognise(issue(body(answers)), forms())[0] == form


def test_a_form_that_the_list_does_not_have():
    assert recognise(issue(body(FIX)), {"new-entry": ONE}) is None


@pytest.mark.parametrize(("length", "told"), [(LONGEST, False), (LONGEST + 1, True)])
def test_the_longest_body(length, told):
    text = "### 甲\n\nx\n\n### 乙\n\n"
    _, answers = recognise(issue(text + "y" * (length - len(text))), TIED)
    assert LONGEST == 30_000
    assert [problem.message for problem in answers.problems if "30000" in problem.message] == [
        f"正文有 {length} 个字符，超过了机器人能处理的 30000 个；请只留下表单要求的内容，长文请放到别处再给链接"
    ] * told
    assert len(answers.text("乙")) <= LONGEST


@pytest.mark.parametrize(("labels", "expected"), [([], False), (["更正"], True), (["投稿", "x"], True), (["x"], False)])
def test_labelled(labels, expected):
    assert labelled(issue("", *labels), TIED) is expected
