"""Where a record without an `order` stands: where its neighbours' alphabet has it, or at the end."""

import pytest

from bot.catalog.model import Record, Relation
from bot.catalog.placing import in_section

LATIN = ("Ant", "bee", "Cat", "dog", "Fox")
PINYIN = ("阿里", "百度", "腾讯", "网易", "新浪")
LONG = tuple("abcdefghijklmnopqrst")


def placed(names, new: str) -> int:
    numbered = [Record(f"r{at}", "s", name, order=at) for at, name in enumerate(names, 1)]
    rows = in_section([*numbered, Record("new", "s", new)])
    assert sorted(one.slug for one in rows) == sorted(["new", *(one.slug for one in numbered)])
    return [one.slug for one in rows].index("new")


@pytest.mark.parametrize(("names", "new", "place"), [
    pytest.param(LATIN, "Eel", 4, id="between, capitals or not"),
    pytest.param(LATIN, "**aardvark", 0, id="first, marks aside"),
    pytest.param(LATIN, "Zebra", 5, id="last"),
    pytest.param(PINYIN, "京东", 2, id="by pinyin"),
    pytest.param(("Baidu", "OpenAI", *PINYIN), "京东", 4, id="Latin, then pinyin"),
    pytest.param(("Ant", "dog", "Cat", "bee", "Fox"), "Eel", 5, id="in no order"),
    pytest.param(LATIN[:4], "Bat", 4, id="too few to tell"),
    pytest.param((*LONG[:5], "z", *LONG[5:]), "kk", 12, id="one out of its place"),
    pytest.param(("Ant",) * 9, "Aa", 9, id="one name all along"),
])  # fmt: skip
def test_place(names, new: str, place: int):
    assert placed(names, new) == place


def test_parts_do_not_count():
    parts = [
        Record(f"p{at}", "s", f"z{at}", order=at * 10 + 1, relations=(Relation("part-of", "r1"),)) for at in (1, 2)
    ]
    numbered = [Record(f"r{at}", "s", name, order=at * 10) for at, name in enumerate(LATIN, 1)]
    rows = in_section([*numbered, *parts, Record("new", "s", "Bat")])
    assert [one.slug for one in rows if one not in parts][:2] == ["r1", "new"]


def test_without_numbers_by_day():
    rows = in_section([Record("b", "s", "Ant"), Record("a", "s", "Zoo")])
    assert [one.slug for one in rows] == ["a", "b"]
