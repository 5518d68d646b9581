"""Sections that go through each other's entries are found in a time that grows with the list."""

from bot.lint.analysis.same_page import EVERYWHERE, repeated

TITLES = {"a": "模型", "b": "推荐"}


def test_two_sections_with_the_same_pages():
    standing = [(page, section) for page in range(6) for section in "ab"]
    assert repeated(standing, {"a": 6, "b": 6}, TITLES) == {frozenset("ab")}


def test_a_page_that_stands_everywhere_tells_nothing():
    sections = [f"s{number}" for number in range(EVERYWHERE + 1)]
    standing = [(page, section) for page in range(6) for section in sections]
    assert not repeated(standing, dict.fromkeys(sections, 6), {section: section for section in sections})
