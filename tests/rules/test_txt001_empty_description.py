"""What a description says that says nothing, word by word."""

from datetime import date

import pytest

from bot.catalog.arrange import assemble
from bot.catalog.model import ListFile, Record, SectionEntry
from bot.lint.context import LintContext
from bot.lint.engine import run


def sentences(text: str) -> list[str]:
    record = Record(
        "kettle",
        "m",
        "Kettle",
        description=text,
        file="catalog/m/kettle.yml",
        lines={"description": 5},
        added=date(2024, 1, 1),
    )
    catalog, _ = assemble(ListFile("试", sections=(SectionEntry("m", "节"),)), [record])
    found = run(LintContext(catalog, catalog.records, (), date(2026, 1, 1)))
    return [f"{one.severity} {one.sentence}" for one in found if one.code == "TXT001"]


NOTHING = [
    "暂无",
    "没有",
    "无",
    "待补充",
    "待完善",
    "待定",
    "待写",
    "略",
    "同上",
    "如题",
    "未填写",
    "todo",
    "TBD",
    "tba",
    "N/A",
    "na",
    "none",
    "null",
    "无简介",
    "暂无介绍",
    "没有描述",
    "待写说明",
    "略内容",
]


@pytest.mark.parametrize(
    "text", [*NOTHING, "no description", "nodescription", "---", "...", "……", "暂无。", "（无）", "**无**", "无！"]
)
def test_nothing(text):
    assert sentences(text) in (["error nothing-said"], ["error empty"])


@pytest.mark.parametrize("text", ["", " ", "<!-- 待写 -->", "***", "。", "\u200b", "#", "()", "！？"])
def test_empty(text):
    assert sentences(text) == ["error empty"]


@pytest.mark.parametrize("text", ["Kettle", "kettle。", "**Kettle**"])
def test_the_name_again(text):
    assert sentences(text) == ["error name-again"]


@pytest.mark.parametrize(("text", "found"), [
    ("烧水。", []), ("无线电。", []), ("<!-- 待写 --> 烧水", []), ("字" * 1500, []), ("字" * 1501, ["warning long"]), ("字" * 10_000, ["warning long"]),
    ("字" * 10_001, ["error long"]),
])  # fmt: skip
def test_something(text, found):
    assert sentences(text) == found
