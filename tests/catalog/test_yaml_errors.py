"""A slip in a shipped record is told at the very line it is in."""

import re

import pytest

from bench.fuzz_catalog import shipped
from bot.catalog.arrange import LIST_FILE
from bot.catalog.parse import read_record

RECORDS = {path: data.decode() for path, data in shipped().items() if path != LIST_FILE}

# What is looked for, and what a hasty hand makes of it.
SLIPS = [
    pytest.param(r"^(name|kind|added): ", r"\1:", id="no blank after a colon"),
    pytest.param(r"^(name|kind|added): ", r"\1：", id="full-width colon"),
    pytest.param(r"^(name|kind|added): ", r"\1 ", id="no colon"),
    pytest.param(r"^(links):$", r"\1", id="no colon before a list"),
    pytest.param(r"^(    type): ", r"\1 ", id="no colon in a link"),
    pytest.param(r"^(    type): ", r"\1：", id="full-width colon in a link"),
    pytest.param(r"^(  - url): ", r"\1：", id="full-width colon in a link's first line"),
    pytest.param(r"^(name: )(?!\")", r'\1"', id="open quotation"),
    pytest.param(r"^(name: )(?!\")", r"\1'", id="open single quotation"),
    pytest.param(r"^(name: )(?!\")", r"\1[", id="open bracket"),
    pytest.param(r"^(name: )(?!\")", r"\1{", id="open brace"),
    pytest.param(r"^(name: )(?!\")", r"\1x: ", id="colon in a value"),
    pytest.param(r"^(name: )(?!\")", r"\1@", id="value that starts with @"),
    pytest.param(r"^kind", r"  kind", id="field set in too far"),
    pytest.param(r"^    type", r"\ttype", id="tab"),
    pytest.param(r"^  (?=[\u4e00-\u9fff]+[^:]*$)", "", id="description that is not set in"),
    pytest.param(r"^  (?=[\u4e00-\u9fff]+[^:]*$)", "　　", id="description set in with full-width blanks"),
]


@pytest.mark.parametrize(("found", "slip"), SLIPS)
def test_a_slip_is_told_at_its_line(found, slip):
    tried = 0
    for path, text in RECORDS.items():
        place = re.search(found, text, re.MULTILINE)
        if place is None:
            continue
        spoilt = text[: place.start()] + place.expand(slip) + text[place.end() :]
        line = text.count("\n", 0, place.start()) + 1
        _, mistakes = read_record(spoilt.encode(), path)
        syntax = {one.line for one in mistakes if one.kind == "syntax"}
        assert (syntax or {one.line for one in mistakes if one.kind == "type"}) == {line}, (path, mistakes)
        tried += 1
    assert tried > 20


@pytest.mark.parametrize(("text", "place"), [
    ('name: "a\n---\nb"\n', (1, 7)), ("name: 'a\n...\n", (1, 7)), ("links: [a\n---\n", (1, 8)),
])  # fmt: skip
def test_what_was_left_open_is_told_where_it_began(text, place):
    _, mistakes = read_record(text.encode(), "catalog/m/a.yml")
    assert [(one.line, one.column) for one in mistakes] == [place]


def test_where_nothing_can_be_read_the_name_of_the_file_is_not_told_as_well():
    _, mistakes = read_record(b"name: x\n? [a]\n: y\n", "catalog/m/Bad Name.yml")
    assert [one.message for one in mistakes] == ["字段名不是文字"]
