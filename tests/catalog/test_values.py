"""What a word in the wrong place was meant to be, and values on both sides of each line."""

import pytest

from bot.catalog.model import INTEGER, SLUG, is_url
from bot.catalog.parse import read_record
from bot.catalog.values import nearest

FIELDS = (
    "name",
    "kind",
    "links",
    "added",
    "description",
    "organisations",
    "aliases",
    "label",
    "url",
    "record",
    "relations",
)
# Another word → the field it means.
FOR_FIELDS = {
    "title": "name", "type": "kind", "category": "kind", "url": "links", "link": "links", "date": "added",
    "desc": "description", "summary": "description", "org": "organisations", "organizations": "organisations",
    "alias": "aliases", "text": "label", "href": "url", "slug": "record", "parent": "relations",
}  # fmt: skip
# Chinese → what is written in a record.
IN_CHINESE = {
    "数据集": "dataset",
    "代码仓库": "repository", "仓库子目录": "directory", "仓库文件": "file", "模型权重": "model", "Space": "space",
    "组织主页": "organisation", "项目主页": "homepage", "论文": "paper", "博客文章": "blog", "文档": "docs", "在线体验": "demo",
    "隶属于": "part-of", "前代": "successor-of", "基于": "based-on", "训练数据": "trained-on",
    "可商用": "free", "登记后可商用": "register", "仅限研究": "research", "未注明": "unknown",
}  # fmt: skip


@pytest.mark.parametrize(("word", "field"), FOR_FIELDS.items(), ids=FOR_FIELDS)
def test_another_word_for_a_field(word, field):
    assert nearest(word, FIELDS) == nearest(word.upper(), FIELDS) == field


@pytest.mark.parametrize(("word", "value"), IN_CHINESE.items(), ids=IN_CHINESE)
def test_a_value_in_chinese(word, value):
    assert nearest(f" {word} ", set(IN_CHINESE.values())) == value


@pytest.mark.parametrize(("word", "meant"), [
    ("nmae", "name"), ("Names", "name"), ("nax", "name"), ("xyz", ""), ("nxyz", ""), ("", ""), ("name" + "x" * 3, "name"), ("name" + "x" * 9, ""),
])  # fmt: skip
def test_a_misspelt_word(word, meant):
    assert nearest(word, ("name", "kind")) == meant


def test_a_word_that_is_not_asked_for_here():
    assert nearest("title", ("kind",)) == ""


@pytest.mark.parametrize(("value", "good"), [
    ("a", True), ("a-b", True), ("0", True), ("a--b", False), ("-a", False), ("a-", False), ("A", False), ("a_b", False), ("", False),
])  # fmt: skip
def test_slug(value, good):
    assert bool(SLUG.fullmatch(value)) is good


@pytest.mark.parametrize(("value", "good"), [
    ("999999999", True), ("-999999999", True), ("1000000000", False), ("0", True), ("-", False), ("+1", False), ("1.0", False),
])  # fmt: skip
def test_integer(value, good):
    assert bool(INTEGER.fullmatch(value)) is good


@pytest.mark.parametrize(("value", "good"), [
    ("https://a", True), ("HTTP://a", True), ("ftp://a", False), ("https:///a", False), ("https:// a", False), ("https://a b", False),
    (" https://a", False), ("https://a ", False), ("a https://a", False), ("https://", False),
])  # fmt: skip
def test_url(value, good):
    assert is_url(value) is good


RECORD = "name: X\nkind: model\nlinks:\n  - url: https://example.com\ndescription: 介绍。\n"


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL"])
def test_what_is_no_value(empty):
    _, (mistake,) = read_record(f"{RECORD}added: {empty}\n".encode(), "catalog/models/x.yml")
    assert (mistake.kind, mistake.message) == ("missing", "“added”是空的")


@pytest.mark.parametrize(("key", "kinds"), [("k" * 60, []), ("k" * 61, ["unknown-key"]), ('" k"', ["unknown-key"])])
def test_the_length_of_a_rules_code(key, kinds):
    _, mistakes = read_record(f"{RECORD}allow:\n  {key}: 理由\n".encode(), "catalog/models/x.yml")
    assert [one.kind for one in mistakes] == kinds


@pytest.mark.parametrize(("written", "meant"), [
    ("2023.8.14", "2023-08-14"), ("2023年8月14", "2023-08-14"), ("2023 - 8 - 14", "2023-08-14"), ("2023/08月14日", "2023-08-14"),
    ("2023-13-01", ""), ("2023年8月", ""), ("23-8-14", ""), ("2023-8-14 x", ""),
])  # fmt: skip
def test_a_date_written_otherwise(written, meant):
    _, (mistake,) = read_record(f"{RECORD}added: {written}\n".encode(), "catalog/models/x.yml")
    assert mistake.fix == (f"应为 {meant}" if meant else "请写成年-月-日，如 2023-08-14")
