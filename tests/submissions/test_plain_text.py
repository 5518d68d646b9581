"""What somebody marked up, as plain text."""

import pytest

from bot.submissions.plain_text import inline, made_plain, narrow, without_pictures

PLAIN = {
    "bold": ("**强**大的模型。", "强大的模型。"),
    "italic": ("*强*大的模型。", "强大的模型。"),
    "underlined": ("__强大__ 的模型。", "强大 的模型。"),
    "code": ("用 `pip` 安装。", "用 pip 安装。"),
    "link": ("见[主页](https://a.org)。", "见主页。"),
    "link-with-title": ('见[主页](https://a.org "首页")。', "见主页。"),
    "link-in-html": ('见<a href="https://a.org">主页</a>。', "见主页。"),
    "address-in-brackets": ("见 <https://a.org>", "见 https://a.org"),
    "picture": ("见![图](https://a.org/x.png)。", "见。"),
    "badge": ("[![甲](https://a.org/x.svg)](https://a.org)文字", "文字"),
    "break": ("文字<br>文字", "文字\n文字"),
    "tags": ('<div style="x">文字</div>', "文字"),
    "remark": ("文字<!-- 甲 -->。", "文字。"),
    "entity": ("甲 &amp; 乙", "甲 & 乙"),
    "quoted": ("> 文字", "文字"),
    "list": ("有：\n- 甲\n- 乙", "有：甲；乙。"),
    "numbered-list": ("有：\n\n1. 甲。\n2. 乙，丙。", "有：甲；乙，丙。"),
    "list-of-sentences": ("- 甲。又甲。\n- 乙！", "甲。又甲。乙！"),
    "tick-boxes": ("- [x] 甲\n- [ ] 乙", "甲；乙。"),
    "list-amid-text": ("前文。\n- 甲\n- 乙\n后文。", "前文。\n甲；乙。\n后文。"),
    "wide": ("７Ｂ 参数，ＧＰＴ－４", "7B 参数，GPT-4"),
    "no-markup": ("A* 算法，a < b，甲|乙，C# [1]（见 a_b_c），__init__，5*6*7。", None),
    "wide-marks-of-chinese": ("甲－乙，（丙）。", None),
    "type-of-a-language": ("返回 Vec<T> 的接口。", None),
}


@pytest.mark.parametrize("case", PLAIN.values(), ids=PLAIN)
def test_made_plain(case):
    text, expected = case
    assert made_plain(text).text == (text if expected is None else expected)


def test_the_addresses_are_kept_beside_the_text():
    plain = made_plain('[甲](https://a.org)与<a href="https://b.org">乙</a>，![丙](https://c.org)')
    assert plain.links == (("甲", "https://a.org"), ("乙", "https://b.org"))
    assert plain.pictures


@pytest.mark.parametrize("text", ["A* 与 B*", "__init__", "- 甲", "1. 甲", "C#", "ControlNet"])
def test_a_name_of_one_line_stays_as_it_is(text):
    assert inline(text).text == text


def test_what_is_narrow_stays_so():
    assert narrow("MOSS－3，ＭＯＳＳ") == "MOSS-3，MOSS"


def test_a_line_without_its_badge():
    assert without_pictures("[![a](https://b.org/x.svg)](https://c.org) https://d.org") == " https://d.org"


@pytest.mark.parametrize("piece", ["*", "[a](", "![", "<a href=", "`", "_甲", "- ", "> ", "<!--"])
def test_a_long_hostile_text_takes_no_time(piece):
    made_plain(piece * (10_000 // len(piece)))
