"""The writer: the same bytes always, read back as the same record, by every YAML reader alike."""

import dataclasses
import io
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml
from awkward import AWKWARD, BLOCKS
from hypothesis import example, given, settings
from hypothesis import strategies as st
from kinds import KINDS, TYPES
from ruamel.yaml import YAML

from bot.catalog.load import load_sound
from bot.catalog.model import (
    LANGUAGE,
    SIZE,
    Intake,
    License,
    Link,
    ListFile,
    Record,
    Relation,
    RelationType,
    SectionEntry,
    Use,
)
from bot.catalog.parse import read_list, read_record
from bot.catalog.write import list_text, record_path, record_text, scalar

REPOSITORY = Path(__file__).parents[2]

SHORT = [one for one in AWKWARD + BLOCKS if len(one) < 100]
text = st.sampled_from([one for one in SHORT if "\n" not in one]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=40
)
block = st.sampled_from(SHORT) | st.lists(text, max_size=6).map("\n".join)
line = text.map(lambda one: "".join(one.splitlines())).filter(str.strip)
day = st.none() | st.dates(date(1000, 1, 1))
slug = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
url = text.map(lambda one: "https://" + "".join(("a" + one).split()))
records = st.builds(
    Record,
    slug=slug,
    section=slug.map(lambda one: f"models/{one}"),
    name=line,
    kind=st.sampled_from(list(KINDS)),
    aliases=st.lists(line, max_size=3).map(tuple),
    organisations=st.lists(line, max_size=2).map(tuple),
    order=st.none() | st.integers(-99, 999_999_999),
    added=day,
    updated=day,
    status=st.sampled_from(["active", "withdrawn"]),
    reason=st.just("") | line,
    includes=st.lists(line, max_size=2).map(tuple),
    search_names=st.lists(line, max_size=2).map(tuple),
    released=day,
    sizes=st.lists(st.from_regex(SIZE, fullmatch=True), max_size=2).map(tuple),
    base=st.lists(line, max_size=2).map(tuple),
    languages=st.lists(st.from_regex(LANGUAGE, fullmatch=True), max_size=2).map(tuple),
    context=st.none() | st.integers(0, 999_999_999),
    data=st.just("") | line,
    license=st.builds(License, *[st.just("") | line] * 3),
    use=st.none() | st.sampled_from(get_args(Use)),
    hardware=st.just("") | line,
    links=st.lists(st.builds(Link, url, st.sampled_from(TYPES), text, line=st.just(0)), max_size=3).map(tuple),
    relations=st.lists(
        st.builds(Relation, st.sampled_from(get_args(RelationType)), slug, line=st.just(0)), max_size=2
    ).map(tuple),
    description=block.filter(lambda one: one.strip()),
    body=st.just("") | block,
    allow=st.dictionaries(st.sampled_from(["dup001", "lnk003", "same-link", "no"]), text, max_size=2),
    file=st.just(""),
    lines=st.just({}),
)


@settings(max_examples=60)
@given(records)
def test_what_is_written_is_read_back(record):
    written = record_text(record)
    again, mistakes = read_record(written.encode(), record_path(record))
    assert not mistakes
    assert again == record
    assert record_text(again) == written


@pytest.mark.parametrize("value", AWKWARD + BLOCKS, ids=lambda value: ascii(value)[:30])
def test_awkward_values(value):
    record = Record("x", "models", "X", description=value + "x", body=value, allow={"dup001": value})
    again, mistakes = read_record(record_text(record).encode(), "catalog/models/x.yml")
    assert not mistakes
    assert again == record


@settings(max_examples=40)
@given(records)
@example(Record("x", "m", "X", description="".join(f"{one}\n" for one in BLOCKS)))
def test_every_reader_reads_it_alike(record):
    written = record_text(record)
    for read in (safe, pure, ruamel):
        assert {key: value for key, value in read(written).items() if key in KEYS} == stored(record), read.__name__


KEYS = ("name", "reason", "description", "body", "order", "added", "updated", "aliases", "allow")


def stored(record: Record) -> dict:
    """The values as any YAML reader should give them; what is not there is not written."""
    values = {key: getattr(record, key) for key in KEYS} | {"aliases": list(record.aliases)}
    return {key: value for key, value in values.items() if value or value == 0}


def safe(written: str):
    return yaml.load(written, yaml.CSafeLoader)


def pure(written: str):
    return yaml.safe_load(written)


def ruamel(written: str):
    return YAML(typ="safe", pure=True).load(io.StringIO(written))


@pytest.mark.parametrize(("value", "expected"), [
    pytest.param("MiniGPT-4", "MiniGPT-4", id="a usual name is plain"),
    pytest.param("悟道·天鹰（Aquila）", "悟道·天鹰（Aquila）", id="Chinese is plain"),
    pytest.param("https://github.com/a/b?c=d", "https://github.com/a/b?c=d", id="an address is plain"),
    pytest.param("2023", '"2023"', id="a number that is text"),
    pytest.param("no", '"no"', id="a boolean that is text"),
    pytest.param("", '""', id="nothing"),
    pytest.param("a: b", '"a: b"', id="a colon"),
    pytest.param("C#8", '"C#8"', id="a hash, to be on the safe side"),
    pytest.param("C #8", '"C #8"', id="a hash that would start a comment"),
    pytest.param("a\nb\n", "|\n  a\n  b", id="lines"),
    pytest.param("a\nb", "|-\n  a\n  b", id="lines without an end"),
    pytest.param(" a\nb\n", "|2\n   a\n  b", id="an indented first line"),
    pytest.param("a\x00", '"a\\u0000"', id="a control character"),
    pytest.param(date(2023, 8, 14), "2023-08-14", id="a date"),
    pytest.param(120, "120", id="a number"),
])  # fmt: skip
def test_scalar(value, expected):
    assert scalar(value, "") == expected


def test_fields_at_their_default_are_left_out():
    assert record_text(Record("x", "a/b", "X", description="介绍。\n")) == (
        "# yaml-language-server: $schema=../../record.schema.json\nname: X\ndescription: |\n  介绍。\n"
    )


def several(one, **sizes):
    return st.lists(one, max_size=2, **sizes).map(tuple)


sections = st.recursive(
    st.builds(SectionEntry, slug, line, introduction=block),
    lambda inner: st.builds(SectionEntry, slug, line, introduction=block, sections=several(inner)),
    max_leaves=4,
)  # fmt: skip


days = st.none() | st.integers(1, 9999)
intakes = st.builds(Intake, days, days, days, st.sampled_from([None, "required"]))


@settings(max_examples=40)
@given(st.builds(ListFile, line, introduction=block, intake=intakes, sections=several(sections)))
def test_a_list_file_is_read_back(list_file):
    again, mistakes = read_list(list_text(list_file).encode())
    assert not mistakes
    assert again == list_file


def shipped() -> list[Path]:
    return sorted((REPOSITORY / "catalog").rglob("*.yml"))


def test_load_then_save_changes_no_shipped_file():
    catalog = load_sound(REPOSITORY)
    made = {record_path(record): record_text(record) for record in catalog.records}
    made["catalog/list.yml"] = list_text(catalog.list)
    there = {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in shipped()}
    assert made == there


def test_the_writer_knows_every_stored_field():
    expected = [field.name for field in dataclasses.fields(Record) if not field.metadata.get("derived")]
    full = Record(
        "x", "models", "X", "model", ("a",), ("i",), ("s",), ("b",), 1, date(2023, 1, 1), date(2023, 1, 2), "withdrawn",
        "r", date(2023, 1, 1), ("7B",), ("y",), ("zh",), 4096, "d", License(data="MIT"), "free", "h",
        (Link("https://a.b"),), (Relation("based-on", "y"),), "d", "b", {"星": "803"}, {"dup001": "w"},
    )  # fmt: skip
    keys = [one.split(":")[0] for one in record_text(full).splitlines()[1:] if one[0].isalpha()]
    assert keys == expected


# Words and numbers that some reader of YAML takes for something else than text: they are quoted.
NOT_TEXT = [
    "null",
    "true",
    "false",
    "yes",
    "no",
    "on",
    "off",
    "y",
    "n",
    "NULL",
    "True",
    "Yes",
    "1",
    "-1",
    "+1",
    "1.5",
    ".5",
    "1_000",
    "0x1F",
    "0o17",
    "1e5",
    "1E5",
    "12:30",
    "2023-08-14",
    "2023-x",
    "202-x",
    "=",
    ".inf",
    ".nan",
]


@pytest.mark.parametrize("word", NOT_TEXT)
def test_what_could_be_taken_for_something_else_is_quoted(word):
    assert scalar(word, "") == f'"{word}"'


@pytest.mark.parametrize("word", [
    "nulls", "truth", "yess", "onto", "v1", "x=1", "a.b", "甲", "甲 乙", "a:b", "a, b", "第1期", "/a", "（甲）",
    "a (b)", "a'b", 'a"b', "a|b", "a!b", "a*b", "C++", "50%", "a@b", "a & b", "a?b", "a~b", "a;b",
])  # fmt: skip
def test_what_is_beyond_doubt_is_plain(word):
    assert scalar(word, "") == word


@pytest.mark.parametrize("word", [
    "", " a", "a ", "a  b", "a: b", "a:", "a #b", "- a", "-a", "#a", "*a", "&a", "!a", "|", "'a'", "@a", "%a", "[a]", "{a}", "a[b]", "a{b}", "?a",
    "a\\b", "a\tb", "😀", "é",
])  # fmt: skip
def test_what_is_not_is_quoted(word):
    assert scalar(word, "").startswith('"')


@pytest.mark.parametrize(("value", "written"), [
    pytest.param("甲\n乙", "|-\n  甲\n  乙", id="no line end"),
    pytest.param("甲\n乙\n", "|\n  甲\n  乙", id="one line end"),
    pytest.param("甲\n乙\n\n", "|+\n  甲\n  乙\n", id="two line ends"),
    pytest.param("甲\n乙\n\n\n", "|+\n  甲\n  乙\n\n", id="three line ends"),
    pytest.param("甲\n\n乙", "|-\n  甲\n\n  乙", id="a blank line"),
    pytest.param(" 甲\n乙", "|2-\n   甲\n  乙", id="first line set in"),
    pytest.param("\t甲\n乙", "|2-\n  \t甲\n  乙", id="first line set in by a tab"),
    pytest.param("甲\n \n乙", '"甲\\n \\n乙"', id="a line of blanks"),
    pytest.param("甲\n\t\n乙", '"甲\\n\\t\\n乙"', id="a line of a tab"),
    pytest.param("\n甲", '"\\n甲"', id="begins with a line end"),
    pytest.param("甲\x85\n乙", '"甲\\u0085\\n乙"', id="a rare line end"),
    pytest.param("甲\u2028\n乙", '"甲\\u2028\\n乙"', id="a line separator"),
    pytest.param("甲\ufeff\n乙", '"甲\\ufeff\\n乙"', id="a byte order mark"),
    pytest.param("甲\x7f\n乙", '"甲\\u007f\\n乙"', id="delete"),
    pytest.param("甲\uffff\n乙", '"甲\\uffff\\n乙"', id="no character"),
    pytest.param("甲\x9f", '"甲\\u009f"', id="a control character"),
    pytest.param("甲\xa0乙\n丙", "|-\n  甲\xa0乙\n  丙", id="a blank that does not break"),
])  # fmt: skip
def test_lines(value, written):
    assert scalar(value, "") == written


def test_zero_is_written_and_an_empty_list_is_not():
    text = record_text(Record("x", "models", "X", order=0, description="x"))
    assert "order: 0\n" in text
    assert "aliases" not in text
    assert text.startswith("# yaml-language-server: $schema=../record.schema.json\n")
    assert "$schema=../../record.schema.json\n" in record_text(Record("x", "models/a", "X", description="x"))
