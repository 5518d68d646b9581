"""One project's entries on a page, put together: the same groups as by asking of every pair, in far fewer questions."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.model import Link, Record
from bot.lint.analysis import name_clusters as room
from bot.lint.analysis.name_clusters import clusters
from bot.lint.analysis.same_page import Entry, one_name


def record(name: str, *aliases: str) -> Record:
    return Record("x", "s", name, aliases=aliases)


def same(records):
    entries = [Entry(one, Link("https://a.example"), at) for at, one in enumerate(records)]
    return lambda one, other: one_name(entries[one], entries[other])


def by_every_pair(records) -> list[list[int]]:
    root = list(range(len(records)))
    asked = same(records)
    for one, other in combinations(range(len(records)), 2):
        if root[one] != root[other] and asked(one, other):
            kept, lost = sorted((root[one], root[other]))
            root = [kept if at == lost else at for at in root]
    return [[at for at, top in enumerate(root) if top == first] for first in dict.fromkeys(root)]


STEMS = [
    "Linly",
    "linly",
    "伶荔",
    "Linly（伶荔）",
    "LinIy",
    "Open Chat",
    "openchat",
    "Open-Chat",
    "OpenChats",
    "!!!",
    "…",
]
ENDS = [
    "",
    " 2",
    " 2.0",
    " 7B",
    " 13B",
    "-chat",
    " 2023",
    " 2024",
    " 中文版",
    "：聊天",
    "：聊天 2",
    " - part 3",
    " tool",
]
NAMES = st.builds("".join, st.tuples(st.sampled_from(STEMS), st.sampled_from(ENDS))) | st.text("ab1 ：", max_size=5)
RECORDS = st.lists(
    st.builds(lambda name, aliases: record(name, *aliases), NAMES, st.lists(NAMES, max_size=2)), max_size=16
)


@given(RECORDS)
def test_the_groups_are_those_of_every_pair(records):
    before, room.FEW = room.FEW, 0
    try:
        assert clusters(records, same(records)) == by_every_pair(records)
    finally:
        room.FEW = before


@pytest.mark.parametrize(
    ("names", "most"),
    [
        pytest.param(["Project"] * 400, 1_000, id="one name"),
        pytest.param([f"Project{'abcdefgh'[n % 8]} {n}" for n in range(400)], 1_000, id="numbered"),
        pytest.param([f"Project: part {n}" for n in range(400)], 1_000, id="parts"),
        pytest.param([f"{n:09b}".replace("0", "ka").replace("1", "to") for n in range(400)], 40_000, id="of syllables"),
    ],
)
def test_few_pairs_are_asked_about(names, most):
    records, asked = [record(name) for name in names], []

    def ask(one, other):
        asked.append((one, other))
        return same(records)(one, other)

    clusters(records, ask)
    assert len(asked) <= most, f"of {len(names) * (len(names) - 1) // 2} pairs"
