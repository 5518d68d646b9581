"""A heading with entries below it that was written into an imported page: a section, and a call in its template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.catalog.model import Record, SectionEntry
from bot.catalog.show import is_pattern
from bot.markdown.visible import visible
from bot.readme.absorb.before import Before
from bot.readme.absorb.changed_entries import Pages
from bot.readme.absorb.entries import Cut, path_of
from bot.readme.absorb.imported_entries import by_pattern, read_by
from bot.readme.absorb.list_file import Added
from bot.readme.absorb.literal_titles import Title
from bot.readme.absorb.match import Chunk
from bot.readme.generate.completed import TITLE
from bot.readme.importer.shapes import shape
from bot.readme.importer.single_entry import read_entry
from bot.readme.importer.slugs import free
from bot.text.slugs import title_slug


def cuts(before: Before, pages: Pages, titles: Sequence[Title], taken: Sequence[Cut]) -> Iterator[Cut]:
    """The new sections, each with its entries; the text above these stays beside the title."""
    ids = {section.entry.id: 1 for section in before.catalog.sections}
    covered = {at for cut in taken for at in range(cut.start, cut.end)}
    inserted = {at for hunk in pages.hunks for at in range(hunk.new_start, hunk.new_end)} - covered
    fresh = [record for record in pages.read if record.line() - 1 in inserted]
    for _, group in groupby(fresh, key=lambda record: record.section):
        records = list(group)
        heading = next((at for at in range(records[0].line() - 1, -1, -1) if TITLE.fullmatch(pages.new[at])), -1)
        if heading in inserted:
            yield _cut(before, pages, records, _added(before, titles, heading, pages.new[heading], ids))


def _added(before: Before, titles: Sequence[Title], at: int, line: str, ids: dict[str, int]) -> Added:
    """Beside the last section whose title is no deeper, or in it; after the first one around all else before it."""
    title = TITLE.fullmatch(line)
    marks, name = (len(title[1]), visible(title[2])) if title else (1, line)
    above = [one for one in titles if 0 <= one.new < at]
    nearest = next((one for one in reversed(above) if one.marks <= marks), None)
    path = nearest.path if nearest else above[-1].path.partition("/")[0] if above else ""
    beside = before.sections.get(path, before.catalog.sections[0])
    entry = SectionEntry(free(title_slug(name) or "section", ids), name, beside.entry.show)
    return Added(path, entry, beside.level + bool(nearest and marks > nearest.marks))


def _cut(before: Before, pages: Pages, records: Sequence[Record], added: Added) -> Cut:
    starts = [record.line() - 1 for record in records]
    end = records[-1].lines["end"]
    bounds = list(zip(starts, [*starts[1:], end], strict=True))
    texts = ["\n".join(pages.new[start:stop]).rstrip("\n") for start, stop in bounds]
    apart = all(not pages.new[start - 1].strip() for start in starts[1:])
    show = _show(before, texts, added.entry.show, apart=apart)
    added = Added(added.after, SectionEntry(added.entry.id, added.entry.title, show), added.level)
    cut = Cut(path_of(added.after, added), starts[0], end, added=[added], called=True)
    for (start, stop), text in zip(bounds, texts, strict=True):
        cut.chunks.append(Chunk(cut.section, start, stop, text, read_by(show, text, before.page.words)))
    return cut


def _show(before: Before, texts: Sequence[str], beside: str, *, apart: bool) -> str:
    """The pattern of the section beside it, if it shows all the entries; else their own, if they have one."""
    own = shape(read_entry(texts[0]), 1)
    for show in (beside, own.show if own else ""):
        if is_pattern(show) and all(by_pattern(show, text, before.page.words) for text in texts):
            return show.rstrip("\n") + "\n" * apart
    return "headings" if apart else "list"
