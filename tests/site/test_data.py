"""list.json and list.csv."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
import site_lists as lists

from bot.catalog.load import load_sound
from bot.site.data import list_csv, list_json, list_schema
from bot.site.entries import site_entries
from bot.site.words import COLUMNS

REPOSITORY = Path(__file__).parents[2]
LISTS = {
    "full": lists.full, "bare": lambda: lists.bare("甲", "乙"), "empty": lists.bare, "hostile": lists.hostile,
    "ours": lambda: load_sound(REPOSITORY),
}  # fmt: skip


def made(catalog):
    return catalog, site_entries(catalog, {}, form=False)


@pytest.mark.parametrize("name", set(LISTS) - {"hostile"})
def test_the_json_is_as_its_schema_says(name):
    catalog, entries = made(LISTS[name]())
    value = json.loads(list_json(catalog, entries))
    jsonschema.Draft202012Validator(json.loads(list_schema(catalog))).validate(value)
    assert [one["slug"] for one in value["entries"]] == [record.slug for record in catalog.records]


def test_the_json_says_all_that_a_reader_sees():
    first = json.loads(list_json(*made(lists.full())))["entries"][0]
    assert first["page"] == "entries/qing-que.html"
    assert first["sizes"] == ["7B", "8x7B"]
    assert first["license"] == {"code": "MIT", "weights": "自定", "data": "CC0-1.0"}
    assert first["relations"] == [{"type": "based-on", "record": "heyan"}, {"type": "successor-of", "record": "heyan"}]
    assert not {"search_names", "allow", "order", "updated_by"} & first.keys()


@pytest.mark.parametrize("name", LISTS)
def test_the_table_has_a_row_for_each_entry(name):
    catalog, entries = made(LISTS[name]())
    text = list_csv(entries)
    assert text.startswith("\ufeff")
    head, *rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert head == list(COLUMNS.values())
    assert [row[0] for row in rows] == [record.slug for record in catalog.records]
    assert all(len(row) == len(head) for row in rows)


def test_no_cell_is_run_as_a_formula():
    text = list_csv(made(lists.hostile())[1])
    assert not [
        cell for row in csv.reader(io.StringIO(text[1:])) for cell in row if cell.startswith(("=", "+", "-", "@"))
    ]
