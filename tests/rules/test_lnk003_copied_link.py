"""How grave a copied link is: of one entry that asks to be let in, and of entries that stand in the list."""

from datetime import date

import pytest

from bot.catalog.arrange import assemble
from bot.catalog.model import Link, ListFile, Record, SectionEntry
from bot.lint.context import LintContext
from bot.lint.engine import run

LIST = ListFile("试", sections=(SectionEntry("m", "节"),))


def record(name: str, repository: str) -> Record:
    slug = name.lower()
    return Record(slug, "m", name, links=(Link(f"https://github.com/lab/{repository}", "repository", line=5),), description=f"{name} 的说明。",
                  file=f"catalog/m/{slug}.yml", lines={"links": 4, "description": 7}, added=date(2024, 1, 1))  # fmt: skip


RECORDS = (record("Lantern", "lantern"), record("Kettle", "lantern"), record("Pot", "pot"))


@pytest.mark.parametrize(
    ("subjects", "severity"),
    [(("kettle",), "error"), (("kettle", "pot"), "warning"), (("lantern", "kettle", "pot"), "warning")],
)
def test_how_grave_it_is(subjects, severity):
    catalog, _ = assemble(LIST, RECORDS)
    judged = tuple(one for one in catalog.records if one.slug in subjects)
    found = run(LintContext(catalog, judged, (), date(2026, 1, 1)))
    assert [(one.severity, one.place.record) for one in found if one.code == "LNK003"] == [(severity, "kettle")]
