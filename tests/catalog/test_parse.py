"""Every kind of mistake in a file: where it is, what is wrong, what to do; all of them at once, and no crash."""

import pytest
from kinds import KINDS
from mistakes import BYTES, OK, TEXTS, VALUES, table

from bot.catalog.arrange import assemble
from bot.catalog.model import ListFile, SectionEntry
from bot.catalog.parse import read_list, read_record

FILE = "catalog/models/x.yml"
LIST = ListFile("试", kinds=KINDS, sections=(SectionEntry("models", "模型"),))
SECTION = "title: X\nsections:\n"


def as_bytes(written):
    return written.encode() if isinstance(written, str) else written


@pytest.mark.parametrize(("written", "expected"), table([*VALUES, *TEXTS, *BYTES]))
def test_mistakes(written, expected):
    record, mistakes = read_record(as_bytes(written), FILE)
    found = sorted(
        [*mistakes, *(assemble(LIST, [record])[1] if record else [])], key=lambda one: (one.line, one.column)
    )
    assert [(one.file, one.line, one.column, one.kind) for one in found] == [(FILE, *one[:3]) for one in expected]
    for one, (*_, message, fix) in zip(found, expected, strict=True):
        assert message in one.message
        assert fix in one.fix


@pytest.mark.parametrize(("written", "expected"), table([*VALUES, *TEXTS, *BYTES]))
def test_sentences_are_safe_and_end_without_a_stop(written, expected):
    """The full stop is added where the sentence is printed; nothing of the file reaches a terminal as a command."""
    for one in read_record(as_bytes(written), FILE)[1]:
        for sentence in (one.message, one.fix):
            assert sentence
            assert sentence[-1] not in "。.，；"
            assert sentence.isprintable()
            assert len(sentence) < 300


@pytest.mark.parametrize("written", [
    pytest.param(OK, id="as usual"),
    pytest.param(OK.replace("\n", "\r\n"), id="CRLF"),
    pytest.param("\ufeff" + OK, id="byte order mark"),
    pytest.param("---\n" + OK, id="document mark"),
    pytest.param("# 注释\n" + OK, id="comment"),
    pytest.param(OK.replace("X", '"X"'), id="quoted"),
    pytest.param("{name: X, kind: model, links: [{url: https://example.com}], description: 介绍。}", id="flow"),
    pytest.param(OK.rstrip(), id="no final line end"),
])  # fmt: skip
def test_ways_to_write_the_same_record(written):
    record, mistakes = read_record(written.encode(), FILE)
    assert not mistakes
    assert record == read_record(OK.encode(), FILE)[0]


def test_values_a_program_would_take_for_something_else_stay_text():
    written = OK.replace("X", "2023").replace("介绍。", "no") + "aliases: [1.10, true, 2023-08-14]\n"
    record, mistakes = read_record(written.encode(), FILE)
    assert not mistakes
    assert (record.name, record.description, record.aliases) == ("2023", "no", ("1.10", "true", "2023-08-14"))


def test_a_field_that_cannot_be_read_keeps_its_default():
    record, mistakes = read_record((OK + "added: 昨天\norder: 7\n").encode(), FILE)
    assert len(mistakes) == 1
    assert (record.added, record.order) == (None, 7)


def test_lines_are_remembered():
    record, _ = read_record((OK + "relations:\n  - type: part-of\n    record: y\n").encode(), FILE)
    assert record.line("description") == 5
    assert record.links[0].line == 4
    assert (record.relations[0].line, record.relations[0].column) == (8, 13)
    assert record.line("reason") == record.line() == 1


@pytest.mark.parametrize(("path", "message"), [
    pytest.param("catalog/models/X.yml", "文件名“X.yml”不合规", id="upper case"),
    pytest.param("catalog/models/天鹰.yml", "文件名“天鹰.yml”不合规", id="Chinese"),
    pytest.param("catalog/models/cafe\u0301.yml", "不合规", id="a decomposed accent"),
    pytest.param("catalog/models/a b.yml", "文件名“a b.yml”不合规", id="a blank"),
    pytest.param("catalog/models/a\nb.yml", "文件名“a\\nb.yml”不合规", id="a line end"),
    pytest.param("catalog/models/..yml", "文件名“..yml”不合规", id="a point"),
    pytest.param("catalog/models/-a.yml", "文件名“-a.yml”不合规", id="a hyphen in front"),
])  # fmt: skip
def test_file_names(path, message):
    _, mistakes = read_record(OK.encode(), path)
    assert [one.kind for one in mistakes] == ["file-name"]
    assert message in mistakes[0].message
    assert "如 chatglm2-6b.yml" in mistakes[0].fix


@pytest.mark.parametrize(("written", "expected"), [
    pytest.param("title: X\n", [(1, 1, "missing", "缺少必填字段“sections”")], id="no sections"),
    pytest.param("sections:\n  - id: a\n    title: A\n", [(1, 1, "missing", "缺少必填字段“title”")], id="no title"),
    pytest.param("title: X\nsections: []\n", [], id="no section"),
    pytest.param("title: X\nsections: {}\n", [(2, 11, "type", "“sections”应当是列表")], id="sections that are no list"),
    pytest.param(SECTION + "  - title: A\n", [(3, 5, "missing", "缺少必填字段“id”")], id="no id"),
    pytest.param(SECTION + "  - id: ../a\n    title: A\n", [(3, 9, "slug", "“../a”不合规")], id="upwards"),
    pytest.param(SECTION + "  - id: a/b\n    title: A\n", [(3, 9, "slug", "“a/b”不合规")], id="a slash"),
    pytest.param("title: X\nrepository: x\nsections:\n  - id: a\n    title: A\n", [(2, 13, "url", "“x”不是完整网址")],
                 id="repository"),
    pytest.param(SECTION + "  - id: a\n    title: A\n    sections:\n      - id: b\n", [(6, 9, "missing", "“title”")],
                 id="below"),
])  # fmt: skip
def test_list_file(written, expected):
    _, mistakes = read_list(written.encode())
    assert [(one.line, one.column, one.kind) for one in mistakes] == [one[:3] for one in expected]
    assert all(text in one.message for one, (*_, text) in zip(mistakes, expected, strict=True))


REQUIRED, NO_KINDS, EITHER, OPTIONAL = (
    "请填写，这一项是必填的",
    "请填写；list.yml 没有 kinds 时也可以整行删去",
    "请填写；有 body 时也可以整行删去",
    "请填写；不是必填的，也可以整行删去",
)
BEGIN = "请从“title: 列表标题”开始写，再用“sections:”列出小节"


@pytest.mark.parametrize(("written", "fix"), [
    pytest.param("", BEGIN, id="empty list file"),
    pytest.param("- title: X\n", BEGIN, id="list file that is a list"),
    pytest.param("title:\nsections:\n  - id: a\n    title: A\n", REQUIRED, id="empty title"),
    pytest.param('title: ""\nsections:\n  - id: a\n    title: A\n', REQUIRED, id="blank title"),
    pytest.param("title: X\nsections:\n", REQUIRED, id="empty sections"),
    pytest.param("title: X\nrepository:\nsections:\n  - id: a\n    title: A\n", OPTIONAL, id="empty repository"),
])  # fmt: skip
def test_what_to_do_about_an_empty_value_in_the_list_file(written, fix):
    (mistake,) = read_list(written.encode())[1]
    assert mistake.fix == fix


@pytest.mark.parametrize(("written", "fix"), [
    pytest.param(OK.replace("X", '""'), REQUIRED, id="name"),
    pytest.param(OK.replace("model", ""), NO_KINDS, id="kind"),
    pytest.param(OK.replace("介绍。", ""), EITHER, id="description"),
    pytest.param(OK + "reason:\n", OPTIONAL, id="reason"),
    pytest.param(OK + "aliases:\n  - Y\n  -\n", OPTIONAL, id="an alias"),
])  # fmt: skip
def test_what_to_do_about_an_empty_value(written, fix):
    (mistake,) = read_record(written.encode(), FILE)[1]
    assert mistake.fix == fix


def test_a_huge_description_is_read():
    words = "很长的介绍。\n" * 800_000
    record, mistakes = read_record(
        OK.replace("介绍。", "|\n" + "".join(f"  {one}\n" for one in words.splitlines())).encode(), FILE
    )
    assert not mistakes
    assert len(record.description) == len(words) > 5_000_000


@pytest.mark.parametrize("bomb", [
    pytest.param("[" * 100_000, id="brackets"),
    pytest.param("{a: " * 100_000, id="braces"),
    pytest.param("- " * 100_000, id="lists on one line"),
    pytest.param("? " * 100_000, id="keys on one line"),
    pytest.param("a: |\n" + " x\n" * 100_000, id="lines"),
    pytest.param("a: " + '"\\' * 100_000, id="backslashes"),
    pytest.param("&a " * 100_000, id="anchors"),
])  # fmt: skip
def test_bombs_are_refused_at_once(bomb):
    assert read_record(bomb.encode(), FILE)[1]


def test_without_libyaml_the_records_are_the_same(monkeypatch):
    """PyYAML is installed without its C part on some machines."""
    import yaml

    fast = [repr(read_record(as_bytes(written), FILE)) for _, written, _ in VALUES]
    monkeypatch.delattr(yaml, "CBaseLoader")
    assert [repr(read_record(as_bytes(written), FILE)) for _, written, _ in VALUES] == fast


@pytest.mark.parametrize(("written", "expected"), table([*TEXTS, *BYTES]))
def test_without_libyaml_mistakes_are_told_in_chinese(written, expected, monkeypatch):
    import yaml

    monkeypatch.delattr(yaml, "CBaseLoader")
    _, (mistake,) = read_record(as_bytes(written), FILE)
    assert mistake.kind == expected[0][2]
    assert "YAML 语法有误" not in mistake.message
