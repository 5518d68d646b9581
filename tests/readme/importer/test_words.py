"""What the words of an entry say: fields, names, dates, word by word of the tables."""

from datetime import date

import pytest

from bot.markdown.links import links
from bot.readme.importer.entry_name import aliases
from bot.readme.importer.words import clean_name, dates, is_field, is_field_label, updated, updated_line, without_date

FIELDS = [
    "地址",
    "链接",
    "网址",
    "主页",
    "官网",
    "网站",
    "简介",
    "介绍",
    "论文",
    "源码",
    "代码",
    "仓库",
    "下载",
    "文档",
    "演示",
    "体验",
    "效果",
    "效果图",
    "示例",
    "说明",
    "描述",
    "许可",
    "许可证",
    "协议",
    "作者",
    "博客",
    "语言",
    "教程",
    "权重",
    "github",
    "gitee",
    "gitlab",
    "url",
    "link",
    "website",
    "homepage",
    "repo",
    "repository",
    "source",
    "code",
    "demo",
    "doc",
    "documentation",
    "paper",
    "arxiv",
    "blog",
    "license",
    "author",
    "download",
    "model",
    "weights",
    "checkpoint",
    "dataset",
    "description",
    "project",
    "site",
    "links",
    "papers",
]
BEFORE = [
    "项目",
    "开源",
    "官方",
    "在线",
    "论文",
    "源码",
    "代码",
    "仓库",
    "github",
    "gitee",
    "模型",
    "数据",
    "数据集",
    "demo",
    "演示",
    "体验",
    "下载",
    "文档",
    "权重",
    "中文",
    "英文",
]


@pytest.mark.parametrize(
    "word",
    [
        *FIELDS,
        "web site",
        "home page",
        "source code",
        "project page",
        "WebSite",
        "【论文】",
        "# 地址：",
        "「代码」",
        "(demo)",
    ],
)
def test_a_field(word):
    assert is_field_label(word)


@pytest.mark.parametrize("word", BEFORE)
def test_a_word_before_a_field(word):
    assert is_field_label(f"{word}地址")


@pytest.mark.parametrize("word", ["Kettle", "水壶地址", "论文集", "demo kettle", "", "地址 1"])
def test_no_field(word):
    assert not is_field_label(word)


@pytest.mark.parametrize(("text", "found"), [
    ("2023年4月7日", [date(2023, 4, 7)]), ("1999-12-31", [date(1999, 12, 31)]), ("2023/4/7 2023.4.8", [date(2023, 4, 7), date(2023, 4, 8)]),
    ("12023-4-7", []), ("2023-4-70", []), ("1899-4-7", []), ("2123-4-7", []), ("2023-13-1", []), ("2023 年 4 月 7 日", [date(2023, 4, 7)]), ("2023-4", []),
])  # fmt: skip
def test_dates(text, found):
    assert dates(text) == found


@pytest.mark.parametrize(("text", "name"), [
    *((f"Kettle {left}2023-04-07{right}", "Kettle") for left, right in ("()", "（）", "[]", "【】")),
    *((f"Kettle（{word}2023年4月7日）", "Kettle") for word in (
        "更新", "更新于", "更新时间：", "更新日期:", "最近更新于", "最后更新", "收录于", "update ", "Updated ", "added ")),
    ("Kettle（2023.4.7 更新）", "Kettle"), ("Kettle（2023-04-07" + "字" * 31 + "）", "Kettle（2023-04-07" + "字" * 31 + "）"), ("Kettle（2023）", "Kettle（2023）"),
    *((f"{number}Kettle", "Kettle") for number in ("1. ", "1.2. ", "12、", "(一)、", "（十二）、", "一、", "三.", "1）", "1)", "1.2.3 ")),
    ("1.5Kettle", "1.5Kettle"), ("1234 Kettle", "1234 Kettle"), ("5 Kettles", "5 Kettles"), ("1. ", "1."), ("一Kettle", "一Kettle"),
    *((f"Kettle{mark}", "Kettle") for mark in "：:，,、-–—|"), ("「Kettle」", "Kettle"), ("K" * 121, "K" * 120), ("K" * 120, "K" * 120),
])  # fmt: skip
def test_clean_name(text, name):
    assert clean_name(text) == name


@pytest.mark.parametrize(("text", "day"), [
    ("更新于 2023-04-07", date(2023, 4, 7)), ("- 最近更新：2023年4月7日", date(2023, 4, 7)), ("updated 2023/4/7", date(2023, 4, 7)), ("_update_ 2023-4-7", date(2023, 4, 7)),
    ("2023-04-07 更新", None), ("更新" + "字" * 12 + "2023-04-07", date(2023, 4, 7)), ("更新" + "字" * 13 + "2023-04-07", None), ("更新，2023-04-07", None),
    ("更新于 2023-04-07" + "字" * 45, date(2023, 4, 7)), ("更新于 2023-04-07" + "字" * 46, None), ("甲\n更新于 2023-04-07\n乙", date(2023, 4, 7)),
])  # fmt: skip
def test_a_line_that_dates(text, day):
    assert updated_line(text) == day


@pytest.mark.parametrize(("text", "day"), [
    ("Kettle（2023-04-07）\n更新于 2024-01-01", date(2023, 4, 7)), ("Kettle\n更新于 2024-01-01", date(2024, 1, 1)), ("Kettle 2023-04-07", None),
])  # fmt: skip
def test_updated(text, day):
    assert updated(text) == day


@pytest.mark.parametrize(("name", "halves"), [
    ("Baize白泽", ("Baize", "白泽")), ("白泽 Baize", ("白泽", "Baize")), ("Baize泽", ()), ("B白泽", ()), ("Ba白泽", ("Ba", "白泽")), ("Baize白泽白泽白泽", ("Baize", "白泽白泽白泽")),
    ("Baize白泽白泽白泽白", ()), ("Baize", ()), ("白泽", ()), ("白泽Baize青雀", ()), ("Baize 2 白泽", ("Baize 2", "白泽")), ("A" * 22 + "白泽", ("A" * 22, "白泽")), ("A" * 23 + "白泽", ()),
])  # fmt: skip
def test_aliases(name, halves):
    assert aliases(name) == halves


@pytest.mark.parametrize("blanks", [" ", "\t", "\u2028", "\u2028 \f", "\u00a0"])
@pytest.mark.parametrize("before", ["", "[", "甲 [", "[更新", "[2023", "[2023年", "[2023年4", "[2023年4月"])
def test_blanks_are_looked_at_once(before, blanks):
    """Tried in every way, so many would take hours."""
    assert updated(f"- {before}{blanks * 5_000}](https://a.cn)") is None
    assert without_date(f"20 {before}{blanks * 5_000}]") == f"20 {before}{blanks * 5_000}]"


@pytest.mark.parametrize("mark", "：:，,、-–—|[(（【「")
def test_what_a_name_does_not_end_in(mark):
    assert clean_name(f"灯塔 {mark}") == "灯塔"


@pytest.mark.parametrize(("line", "field"), [
    pytest.param("[论文](https://a.cn/p)，[代码](https://b.cn/c)", True, id="links with such words only"),
    pytest.param("[论文](https://a.cn/p)，[灯塔](https://b.cn/c)", False, id="one with a name"),
    pytest.param("论文", True, id="the word alone"),
    pytest.param("好的论文", False, id="a sentence"),
])  # fmt: skip
def test_a_line_that_gives_a_property(line, field):
    assert is_field(line, links(line)) is field
