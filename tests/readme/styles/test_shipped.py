"""Each entry of the shipped list reads back as its record, as far as its section's style shows it."""

from pathlib import Path

from bot.catalog.load import load_sound
from bot.readme.generate.contents import anchored
from bot.readme.styles import headings, style

ROOT = Path(__file__).parents[3]


def test_every_entry_reads_back():
    catalog = load_sound(ROOT)
    page = anchored(catalog, (ROOT / "README.template.md").read_text(encoding="utf-8"))
    targets = {(record.name, page.anchors.get(record.slug, "")): record.slug for record in catalog.records}
    for section in catalog.sections:
        for record, text in page.shown(section):
            read = style(section.entry.show).parse(text, targets, page.words)
            shown = (record.name, record.status, record.reason, record.description.strip("\n"), record.includes)
            assert (read.name, read.status, read.reason, read.description, read.includes) == shown
            assert [link.url for link in read.links] == [link.url for link in record.links]
            assert list(read.aliases) == headings.aliases(record)
            if section.entry.show == "cards":
                facts = (record.kind, record.sizes, record.base, record.organisations, record.released, record.added)
                assert (read.kind, read.sizes, read.base, read.organisations, read.released, read.added) == facts
