"""Catalog + README.template.md → README.md, with a mark at its end that holds the digest of all above it.

The output is a function of the catalog and the template alone: no clock, no machine, no order of files. The
template is Jinja2 in its sandbox; an undefined name is an error. It sees `list` (title, introduction …),
`sections` (each with path, title, level, introduction), `count`, `withdrawn`, `newest`, and the functions
`entries(path)`, `toc()` and `heading(section)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from bot.errors import CurateError
from bot.record import Catalog, Record, Section
from bot.render import outline
from bot.render.frame import filled, framed
from bot.render.markdown import anchor, escape, flat, slug, unique
from bot.render.pattern import Pattern, is_pattern
from bot.render.piece import Piece, Remember, made_now
from bot.render.shapes import ALONE, Page, headings, shape
from bot.render.template import TEMPLATE, render_template

_MARK = "\n[//]: # (curate:sha256:"
_HOW = f"{_MARK}%s)\n"

Keep = Callable[[bytes, Callable[[], str]], str]  # what was made from the same bytes before, or made now


def readme(catalog: Catalog, template: str, keep: Keep | None = None, remember: Remember = made_now) -> str:
    """The whole page, mark included, ending in one newline. Raises BadTemplate.

    `keep` may remember a frame, `remember` what the page shows of each record.
    """
    values = context(catalog, template, remember)
    page = _from_frame(values, template, keep) if keep else ""
    text = (page or render_template(template, values)).rstrip(" \t\n") + "\n"
    return text + _HOW % _digest(text)


def _from_frame(values: Mapping[str, Any], template: str, keep: Keep) -> str:
    """Empty where the template allows no frame. The key is all that a template can see, but for what fills it."""
    texts = {f"entries {section.path}": values["entries"](section.path) for section in values["sections"]}
    texts["toc"] = values["toc"]()
    seen = [values[name] for name in ("list", "count", "withdrawn", "newest")]
    key = repr((template, seen, [name for name, text in texts.items() if text]))
    return filled(keep(key.encode("utf-8", "surrogatepass"), lambda: framed(template, values, texts)), texts)


def edited_by_hand(text: str) -> bool:
    """Whether a page was not made by `readme` in just this form: another digest, or no mark at all."""
    flat = text.replace("\r\n", "\n")
    above = flat[: max(flat.rfind(_MARK), 0)]
    return flat.removesuffix("\n") != (above + _HOW % _digest(above)).removesuffix("\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def context(catalog: Catalog, template: str = "", remember: Remember = made_now) -> Mapping[str, Any]:
    """What a template may name."""
    page = anchored(catalog, template.partition("entries(")[0], remember)
    dates = [record.added for record in catalog.records if record.added]
    withdrawn = sum(record.status == "withdrawn" for record in catalog.records)
    return {
        "list": catalog.list,
        "sections": catalog.sections,
        "count": len(catalog.records) - withdrawn,
        "withdrawn": withdrawn,
        "newest": max(dates).isoformat() if dates else "",
        "entries": lambda path: entries(path, page),
        "heading": _heading,
        "toc": lambda: "\n".join(toc(page)),
    }


def _heading(section: Section) -> str:
    return f"{'#' * min(section.level + 1, 6)} {escape(section.entry.title)}"


def entries(path: str, page: Page) -> str:
    """All records of one section as its `show` has it, parts right after their whole."""
    section = next((s for s in page.catalog.sections if s.path == path), None)
    if section is None:
        raise CurateError(f"模板里的小节“{path}”不存在", TEMPLATE, "请写 catalog/list.yml 里有的小节路径")
    form = form_of(section.entry.show)
    return str(form.BETWEEN).join(text for _, text in shown(section, form, page))


def shown(section: Section, form: Any, page: Page) -> Iterator[tuple[Record, str]]:
    """The records of a section in reading order, each with its Markdown."""
    for record, depth in in_section(page.catalog, section.path):
        yield record, page.pieces[record.slug].text or form.render(record, page, section.level + depth)


def piece(record: Record, show: str, level: int) -> Piece:
    """What can be said of a record without looking at any other."""
    headed = show == "headings" and not record.body
    titles = [headings.heading(record, flat(record.name))] if headed else []
    titles += outline.headings(record.body or record.description)
    alone = "" if record.relations else form_of(show).render(record, ALONE, level)
    return Piece(record.body or alone, escape(record.name), tuple(map(slug, titles)))


def form_of(show: str) -> Any:
    return Pattern(show) if is_pattern(show) else shape(show)


def in_section(catalog: Catalog, path: str) -> Iterator[tuple[Record, int]]:
    """Records of a section in reading order with their depth, 2 for one that is part of no other."""
    for record in catalog.by_section.get(path, ()):
        if not (record.relations and _is_part(catalog, record)):
            yield record, 2
            if record.slug in catalog.parts:
                yield from _parts(catalog, record, 3)


def _is_part(catalog: Catalog, record: Record) -> bool:
    """Whether it stands below another record of its section."""
    whole = catalog.by_slug.get(record.target("part-of"))
    return whole is not None and whole.section == record.section


def _parts(catalog: Catalog, record: Record, depth: int) -> Iterator[tuple[Record, int]]:
    """Parts of parts to any depth: an imported list may nest thousands of items."""
    waiting = [(part, depth) for part in reversed(catalog.parts.get(record.slug, ()))]
    while waiting:
        part, level = waiting.pop()
        yield part, level
        waiting += [(one, level + 1) for one in reversed(catalog.parts.get(part.slug, ()))]


def anchored(catalog: Catalog, above: str = "", remember: Remember = made_now) -> Page:
    """The page with every anchor, counted in the order of its headings. A list item has its section's.

    Headings in a person's words take anchors too: in introductions, in a record's body or description, and in
    `above`, the template's text before its first section.
    """
    used: dict[str, int] = {}
    page = Page(catalog, {}, {}, {})
    _count(used, flat(catalog.list.title), *outline.headings(catalog.list.introduction))
    _count(used, *(heading for heading in outline.headings(above) if "{{" not in heading))
    for section in catalog.sections:
        page.sections[section.path] = anchor(flat(section.entry.title), used)
        _count(used, *outline.headings(section.entry.introduction))
        show = section.entry.show
        for record, depth in in_section(catalog, section.path):
            level = section.level + depth
            made = remember(record, f"{level} {show}", partial(piece, record, show, level))
            anchors = [unique(one, used) for one in made.slugs]
            own = anchors and (record.body or show == "headings")
            page.anchors[record.slug] = anchors[0] if own else page.sections[section.path]
            page.pieces[record.slug] = made
    return page


def _count(used: dict[str, int], *titles: str) -> None:
    for title in titles:
        anchor(title, used)


def toc(page: Page) -> Iterator[str]:
    """A nested list of sections; those with headings name their entries, a line each, so that a diff stays small."""
    for section in page.catalog.sections:
        pad = "  " * (section.level - 1)
        records = [record for record, _ in in_section(page.catalog, section.path)]
        yield f"{pad}- [{escape(section.entry.title)}](#{page.sections[section.path]})" + (
            f"（{len(records)}）" if records else ""
        )
        if section.entry.show == "headings" and records:
            names = (f"[{page.pieces[one.slug].name}](#{page.anchors[one.slug]})" for one in records)
            yield f"{pad}  - " + f"\n{pad}    · ".join(names)
