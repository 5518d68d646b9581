"""The words of a list in list.yml: its kinds, its types of links, what its forms say."""

import pytest

from bot.catalog.arrange import assemble
from bot.catalog.model import Link, ListFile, Record, SectionEntry
from bot.catalog.parse import read_list, read_record
from bot.catalog.words import LINKS, words_of
from bot.readme.styles import headings, markdown

LIST = "title: X\n{}sections: []\n"
SECTIONS = (SectionEntry("books", "书"),)


@pytest.mark.parametrize(("written", "expected"), [
    pytest.param("kinds: [书]\n", (2, 8, "type", "“kinds”应当是“代码: 词”", "book: 书"), id="a list"),
    pytest.param("kinds: {书: 书}\n", (2, 9, "unknown-key", "“书”不是代码", "小写字母"), id="no code"),
    pytest.param("kinds: {book: }\n", (2, 15, "missing", "“book”是空的", "读者看到的词"), id="no word"),
    pytest.param("kinds: {book: 书, tome: 书}\n", (2, 24, "type", "“书”写了两次", "换一个词"), id="one word for two"),
    pytest.param("kinds: {book: '**书**'}\n", (2, 15, "type", "放不进页面", "不要星号"), id="stars"),
    pytest.param("kinds:\n  book: 书\n  book: 册\n", (4, 3, "duplicate-key", "“book”写了两次", "合并"), id="written twice"),
    pytest.param("link_types: {Video: 视频}\n", (2, 14, "unknown-key", "“Video”不是代码", "小写字母"), id="a type in capitals"),
    pytest.param("form: {entrie: 书}\n", (2, 8, "unknown-key", "表单里没有“entrie”这一项", "是不是想写“entry”"), id="a word misspelt"),
    pytest.param("form: {价格: 书}\n", (2, 8, "unknown-key", "表单里没有“价格”这一项", "可写：entry、"), id="no such word"),
])  # fmt: skip
def test_mistakes(written, expected):
    (mistake,) = read_list(LIST.format(written).encode())[1]
    assert (mistake.line, mistake.column, mistake.kind) == expected[:3]
    assert expected[3] in mistake.message
    assert expected[4] in mistake.fix


def test_what_is_right():
    written = "language: zh\nlicense: CC0 1.0\nkinds: {book: 书}\nlink_types: {video: 视频}\nform: {entry: 书}\n"
    listed, mistakes = read_list(LIST.format(written).encode())
    assert mistakes == []
    assert (listed.kinds, listed.form, listed.license, listed.language) == (
        {"book": "书"},
        {"entry": "书"},
        "CC0 1.0",
        "zh",
    )


def told(kinds, **fields):
    record = Record("x", "books", "X", description="一本书。", file="catalog/books/x.yml", **fields)
    return [
        (one.kind, one.message, one.fix)
        for one in assemble(ListFile("书单", kinds=kinds, sections=SECTIONS), [record])[1]
    ]


def test_a_kind_is_one_of_the_lists():
    assert told({"book": "书"}, kind="book") == told({}) == []
    assert told({"book": "书"}, kind="书")[0][2].startswith("是不是想写“book”？")
    assert told({"book": "书"})[0][:2] == ("missing", "缺少必填字段“kind”")
    assert told({}, kind="model") == [], "a list made before it had kinds"


def test_a_type_of_link_of_the_lists_own():
    link = Link("https://a.cn/x", "video", line=4)
    assert told({}, links=(link,))[0][:2] == ("choice", "“type”的值“video”不在可选项里")
    listed = ListFile("书单", sections=SECTIONS, link_types={"video": "视频", "paper": "原文"})
    words = words_of(listed)
    record = Record("x", "books", "X", links=(link, Link("https://a.cn/y", "paper")), description="一本书。")
    assert assemble(listed, [record])[1] == []
    shown = markdown(record, "headings", "", 3, words)
    assert "[视频](https://a.cn/x) · [原文](https://a.cn/y)" in shown
    assert headings.parse(shown, {}, words).links == record.links
    assert words.links["repository"] == LINKS["repository"]


def test_a_waiver_under_no_code_says_how_one_is_written():
    text = f"name: X\nallow:\n  {'x' * 61}: 理由\ndescription: 一句话。\n"
    _, (mistake,) = read_record(text.encode(), "catalog/a/x.yml")
    assert (mistake.line, mistake.fix) == (3, "请写规则的代码，如 dup001（见 curate rules）")
