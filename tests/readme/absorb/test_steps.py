"""The steps of `curate absorb` one by one: aligning pages, merging edits, numbering records."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.model import Record, display_order
from bot.readme.absorb.diff import hunks, merged
from bot.readme.absorb.order import ordered
from bot.readme.generate.template import escaped, unescaped
from bot.readme.importer.slugs import best_slug, free

LINES = st.lists(st.sampled_from("abcd"), max_size=12)


@given(LINES, LINES)
def test_hunks_turn_one_page_into_the_other(old: list[str], new: list[str]):
    made: list[str] = []
    at = 0
    for hunk in hunks(old, new):
        made += [*old[at : hunk.start], *new[hunk.new_start : hunk.new_end]]
        at = hunk.end
    assert made + old[at:] == new


@given(LINES, LINES)
def test_merging_into_an_unchanged_page_gives_the_edit(base: list[str], mine: list[str]):
    assert merged(base, mine, base) == (mine, [])
    assert merged(base, base, mine) == (mine, [])


@pytest.mark.parametrize(
    ("mine", "theirs", "both", "clashes"),
    [
        ("aXcdef", "abcdYf", "aXcdYf", 0),
        ("abXcdef", "abcdef", "abXcdef", 0),
        ("acdef", "abcdefZ", "acdefZ", 0),
        ("aXcdef", "aYcdef", "aYcdef", 1),
        ("aXcdef", "abYdef", "abYdef", 1),
        ("abXcdef", "abYcdef", "abYcdef", 1),
    ],
    ids=["apart", "only mine", "removed and added", "same line", "next line", "same place"],
)
def test_merging_two_edits_of_abcdef(mine: str, theirs: str, both: str, clashes: int):
    made, found = merged(list("abcdef"), list(mine), list(theirs))
    assert ("".join(made), len(found)) == (both, clashes)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ([10, 20, 30], [10, 20, 30]),
        ([10, None, 20], [10, 15, 20]),
        ([None, 10], [5, 10]),
        ([10, None], [10, None]),
        ([30, 10, 20], [5, 10, 20]),
        ([10, None, 11], [10, 20, 30]),
        ([None, None, 10], [5, 7, 10]),
    ],
    ids=["in order", "between", "first", "last", "moved", "no room", "two first"],
)
def test_numbers_that_keep_an_order(given_: list[int | None], expected: list[int | None]):
    records = [Record(f"r{at}", "s", f"R{at}", order=order, added=date(2023, 1, 1)) for at, order in enumerate(given_)]
    made = ordered(records)
    assert [record.order for record in made] == expected
    assert sorted(made, key=display_order) == made


@given(st.text(alphabet="{}%# \"'a甲", max_size=20))
def test_a_line_survives_the_template(line: str):
    from jinja2 import Environment

    assert Environment(keep_trailing_newline=True).from_string(escaped(line)).render() == line
    assert unescaped(escaped(line)) == line or "{{" in line


@pytest.mark.parametrize(
    ("name", "url", "slug"),
    [
        ("ChatGLM2-6B", "", "chatglm2-6b"),
        ("通义千问Qwen-7B", "https://a.cn", "qwen-7b"),
        ("白泽", "https://github.com/project-baize/baize", "baize"),
        ("360", "", "360"),
        ("甲", "https://zhuanlan.example.cn/p/12345", "jia"),
        ("甲", "", "jia"),
    ],
)
def test_slugs(name: str, url: str, slug: str):
    assert best_slug(name, url) == slug


def test_slugs_are_free():
    used: dict[str, int] = {}
    assert [free(slug, used) for slug in ["a", "a", "a-2", "a"]] == ["a", "a-2", "a-2-2", "a-3"]
