"""A file of ours may be replaced until somebody changes it; what other tools keep up to date is no change."""

import pytest

from bot.adopt.mark import is_marked, is_untouched, with_mark

SHA, OTHER = "0123456789abcdef0123456789abcdef01234567", "fedcba9876543210fedcba9876543210fedcba98"
FORM = "name: x\nbody:\n      # 以下选项由 curate forms 生成：小节\n      - 甲\n      # 生成的选项到此为止\n"
FLOW = f"on: push\n      - uses: o/curate@{SHA} # v1.0.0\n"


@pytest.mark.parametrize(("text", "old", "new", "ours"), [
    pytest.param(FORM, "", "", True, id="as written"),
    pytest.param(FORM, "      - 甲\n", "      - 乙\n      - 丙\n", True, id="options renewed"),
    pytest.param(FORM, "name: x", "name: y", False, id="a label changed"),
    pytest.param(FLOW, f"{SHA} # v1.0.0", f"{OTHER} # v1.1.0", True, id="a commit moved"),
    pytest.param(FLOW, SHA, "main", False, id="a branch in place of the commit"),
    pytest.param(FLOW, "on: push", "on: [push]", False, id="another event"),
    pytest.param("repos:\n  - repo: x\n    rev: v1\n", "rev: v1", "rev: v2", True, id="a hook moved"),
    pytest.param("rev: v1\n", "rev: v1", "rev: v2", True, id="at the very start"),
    pytest.param("a: prev: v1\n", "prev: v1", "prev: v2", False, id="another word that ends so"),
    pytest.param(FLOW, " # v1.0.0", "", True, id="without a version"),
    pytest.param(FORM, "小节", "类别", False, id="options of another question"),
])  # fmt: skip
def test_who_wrote_it(text, old, new, ours):
    assert is_untouched(with_mark(text).replace(old, new) if old else with_mark(text)) is ours
    assert is_marked(with_mark(text))


def test_the_mark_says_who_and_how():
    """Files out there carry it: it must stay as it is."""
    assert with_mark("a: 1\n") == "# 由 curate setup 写成；改过的文件它不再动（sha256:37b128c59f1f5097）\na: 1\n"


def test_a_file_of_somebody_elses():
    assert not is_marked(FORM)
    assert not is_untouched(FORM)
    assert not is_untouched("")


def test_a_page_hides_the_mark():
    assert with_mark("# 标题\n", page=True).startswith("<!-- ")
    assert is_untouched(with_mark("# 标题\n", page=True))
