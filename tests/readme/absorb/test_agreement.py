"""Whatever is edited, in records or on the page, and in which order: in the end the two say the same."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.arrange import assemble
from bot.catalog.load import load_sound
from bot.catalog.model import Catalog
from bot.catalog.parse import read_list, read_record
from bot.catalog.write import list_text, record_path, record_text
from bot.errors import BadTemplate
from bot.lint.context import LintContext
from bot.markdown.page import page_lines
from bot.readme.absorb.apply import take
from bot.readme.generate.page import readme
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fitted
from bot.rules import rec006_body_says_otherwise as kept_text
from tests.readme.absorb.test_imported_edits import PAGE

TINY = Path(__file__).parents[2] / "data" / "tiny"
PLACE = st.integers(0, 200)
WORD = st.sampled_from(["改", "Newstar", "a*b", "（2024-01-02）", " "])
LINE = st.sampled_from([
    "", "一段话。", "## 新节", "- [Star](https://star-lab.cn) - 星。", "| 9 | [Star](https://star-lab.cn) | 9 |",
    "- **星**：一颗。", "### Star",
])  # fmt: skip
ON_PAGE = st.one_of(
    st.tuples(st.just("delete"), PLACE, st.just("")),
    st.tuples(st.just("swap"), PLACE, st.just("")),
    st.tuples(st.just("copy"), PLACE, st.just("")),
    st.tuples(st.just("append"), PLACE, WORD),
    st.tuples(st.just("insert"), PLACE, LINE),
)
IN_RECORD = st.tuples(st.sampled_from(["name", "url", "description", "withdraw", "remove"]), PLACE, WORD)


def on_page(lines: list[str], kind: str, place: int, text: str) -> list[str]:
    at = place % len(lines)
    head, line, tail = lines[:at], lines[at], lines[at + 1 :]
    return {
        "delete": [*head, *tail],
        "swap": [*head, *tail[:1], line, *tail[1:]],
        "copy": [*head, line, line.replace("[", "[新", 1).replace("https://", "https://new.", 1), *tail],
        "append": [*head, line + text, *tail],
        "insert": [*head, text, line, *tail],
    }[kind]


def in_record(catalog: Catalog, kind: str, place: int, text: str) -> Catalog:
    if not catalog.records:
        return catalog
    record = catalog.records[place % len(catalog.records)]
    others = [one for one in catalog.records if one is not record]
    related = any(relation.record == record.slug for one in others for relation in one.relations)
    if kind == "remove":
        return catalog if related else assemble(catalog.list, others)[0]
    changed = {
        "name": replace(record, name=record.name + (text.strip() or "改")),
        "url": replace(record, links=tuple(replace(one, url=one.url + "x") for one in record.links)),
        "description": replace(record, description=f"{record.description.strip()}{text.strip() or '改'}\n"),
        "withdraw": replace(record, status="withdrawn", reason="停用"),
    }[kind]
    return assemble(catalog.list, [*others, changed])[0]


def stored(catalog: Catalog) -> Catalog:
    """As its files give it back."""
    listed, mistakes = read_list(list_text(catalog.list).encode())
    assert listed
    assert not mistakes
    records = []
    for one in catalog.records:
        record, _ = read_record(record_text(one).encode(), record_path(one))
        assert record
        records.append(record)
    return assemble(listed, records)[0]


def lists():
    imported = read_readme(PAGE, "README.md")
    return [
        pytest.param(fitted(imported.catalog), imported.template, id="imported"),
        pytest.param(load_sound(TINY), (TINY / "README.template.md").read_text(encoding="utf-8"), id="ours"),
    ]


@pytest.mark.parametrize(("catalog", "template"), lists())
@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.one_of(ON_PAGE, ON_PAGE, IN_RECORD), min_size=1, max_size=4))
def test_in_the_end_page_and_catalog_agree(catalog: Catalog, template: str, steps):
    for kind, place, text in steps:
        page = [*page_lines(readme(catalog, template))[:-1]]
        if kind not in {"delete", "swap", "copy", "append", "insert"}:
            catalog = in_record(catalog, kind, place, text)
            continue
        edited = on_page(page, kind, place, text)
        while edited and not edited[-1].strip():
            edited.pop()
        taken = take(catalog, template, edited)
        if not taken.left and not assemble(taken.catalog.list, taken.catalog.records)[1]:
            catalog, template = taken.catalog, taken.template
    again = stored(catalog)
    try:
        page = readme(again, template)
    except BadTemplate:  # a person's braces
        return
    assert readme(catalog, template) == page
    settled = take(again, template, page_lines(page)[:-1])
    assert not settled.left
    assert settled.catalog == again
    untouched = tuple(one for one in again.records if one.body)
    assert steps[-1][0] in {"name", "url", "description"} or not list(kept_text.check(LintContext(again, untouched)))
