"""The JSON Schema is current, accepts what is shipped, and refuses what the loader refuses."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from kinds import KINDS
from mistakes import OK, VALUES, table

from bot.catalog.limits import LONGEST
from bot.catalog.load import load_sound
from bot.catalog.model import ListFile
from bot.catalog.schema import schema_text

REPOSITORY = Path(__file__).parents[2]
SCHEMA = json.loads(schema_text(ListFile("试", kinds=KINDS)))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


class AsEditors(yaml.CSafeLoader):
    """YAML as editors read it for a schema: a date is a text."""


AsEditors.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def accepts(written: str) -> bool:
    return VALIDATOR.is_valid(yaml.load(written, AsEditors))


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_shipped_schema_is_current():
    assert (REPOSITORY / "catalog" / "record.schema.json").read_text(encoding="utf-8") == schema_text(
        load_sound(REPOSITORY).list
    )


def test_every_shipped_record_is_accepted_and_names_the_schema():
    for path in sorted((REPOSITORY / "catalog").glob("*/**/*.yml")):
        written = path.read_text(encoding="utf-8")
        named = written.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == REPOSITORY / "catalog" / "record.schema.json", path
        assert [error.message for error in VALIDATOR.iter_errors(yaml.load(written, AsEditors))] == [], path


@pytest.mark.parametrize(("written", "expected"), table(one for one in VALUES if one[0] != "missing description"))
def test_what_the_loader_refuses_it_refuses(written, expected):
    """But for a description: whether one is needed hangs on how the section is shown, which no record tells."""
    assert expected
    assert not accepts(written)


@pytest.mark.parametrize("written", [
    pytest.param(OK, id="as usual"),
    pytest.param(OK + "added: 2023-08-14\norder: 0\n", id="date and order"),
    pytest.param(OK.replace("https:", "HTTPS:"), id="scheme in capitals"),
    pytest.param(OK.replace("description: 介绍。", "body: '- x'"), id="body instead of description"),
    pytest.param(OK.replace("description: 介绍。", "order: 1"), id="no description, as a section's pattern may have it"),
    pytest.param(OK + "allow: {dup001: 理由}\n", id="waiver"),
    pytest.param(OK + "relations: [{type: part-of, record: chatglm2-6b}]\n", id="relation"),
    pytest.param(OK + "sizes: [7B, 1.5B, 0.7B, 15M, 8x7B]\n", id="sizes"),
    pytest.param(OK + "languages: [zh, zh-Hant, pt-BR, mul]\n", id="languages"),
    pytest.param(OK + "base: [llama, BLOOM]\ncontext: 8192\nuse: register\nreleased: 2023-07-18\n", id="facts"),
    pytest.param(OK + "license: {weights: Llama 2 社区许可协议, code: MIT}\n", id="licences"),
])  # fmt: skip
def test_what_is_right_it_accepts(written):
    assert accepts(written)


@pytest.mark.parametrize("field, most", [pair for pair in LONGEST.items() if pair[0] != "title"])
def test_what_is_too_long_an_editor_marks(field, most):
    for length in (most, most + 1):
        text = "字" * length
        written = {
            "name": OK.replace("name: X", f"name: {text}"),
            "label": OK.replace("example.com", f"example.com\n    label: {text}"),
        }.get(field, f"{OK}{field}: [{text}]\n")
        assert accepts(written) is (length == most)


def test_every_field_is_explained_in_chinese():
    def explained(shape):
        for name, field in shape.get("properties", {}).items():
            assert any("\u4e00" <= c <= "\u9fff" for c in field["description"]), name
            explained(field)
            explained(field.get("items", {}))

    explained(SCHEMA)
