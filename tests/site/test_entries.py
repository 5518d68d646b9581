"""What the catalog knows of an entry beside its own fields."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import site_lists as lists

from bot.catalog.model import Record
from bot.site.entries import FIELDS, FORM, site_entries
from bot.site.file_names import file_names
from bot.submissions.form import read_form

REPOSITORY = Path(__file__).parents[2]


def entries(catalog, *, form=True):
    return {entry.record.slug: entry for entry in site_entries(catalog, {}, form=form)}


def asked(entry):
    return {key: values[0] for key, values in parse_qs(urlsplit(entry.correction).query).items()}


def test_relations_are_shown_from_both_sides_even_in_a_circle():
    found = entries(lists.full())
    assert found["qing-que"].related == {"前代": ("heyan",), "基于": ("heyan",), "后继": ("heyan",)}
    assert found["heyan"].related == {"前代": ("qing-que",), "后继": ("qing-que",), "衍生项目": ("qing-que",)}
    assert found["qing-que"].base == (("鹤言", "heyan"), ("GPT-J", ""))


def test_the_form_for_corrections_is_filled_in():
    assert asked(entries(lists.full())["qing-que"]) == {
        "template": "fix-entry.yml", "title": "更正：青雀 QingQue-7B", "entry": "青雀 QingQue-7B",
        "old-link": "https://github.com/example/qingque",
    }  # fmt: skip


def test_the_form_has_the_fields_that_are_filled_in():
    form = read_form((REPOSITORY / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8"))
    assert set(FIELDS) <= {field.id for field in form.fields}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(lists.BASE, slug="two"), id="a name given twice"),
        pytest.param(Record("鹤言", "models", "别的"), id="a name that is another's slug"),
    ],
)
def test_a_name_that_could_mean_another_gives_way_to_the_slug(other):
    assert asked(entries(lists.catalog(lists.BASE, other))["heyan"])["entry"] == "heyan"


def test_without_a_form_or_a_repository():
    assert asked(entries(lists.full(), form=False)["heyan"]) == {"title": "更正：鹤言"}
    assert entries(lists.bare("甲"))["entry-0"].correction == ""


def test_names_of_files_are_safe_and_no_two_alike_on_any_disk():
    slugs = ["a", "A", "b/c", "b#c", "b%c", "🎉", "con", "../x", "x" * 300]
    names = list(file_names(slugs).values())
    assert len({name.casefold() for name in names}) == len(slugs)
    assert names[0] == "a.html"
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") and len(name) < 130 for name in names)
    assert "con.html" not in names
