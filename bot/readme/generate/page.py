"""Catalog + README.template.md → README.md, with a mark at its end that holds the digest of all above it.

The output is a function of the catalog and the template alone: no clock, no machine, no order of files. The
template is Jinja2 in its sandbox; an undefined name is an error. What it may name is listed in docs/maintaining.md.
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bot.catalog.arrange import SCHEMA_FILE
from bot.catalog.model import Catalog, Section
from bot.catalog.schema import schema_text
from bot.catalog.show import FACTS
from bot.errors import BadTemplate
from bot.markdown.escape import escape
from bot.readme.generate import lineage, selections, tables
from bot.readme.generate.completed import completed
from bot.readme.generate.contents import Page, anchored, entries
from bot.readme.generate.template import Given, entries_by, render_template
from bot.text.line_ends import plain_ends, with_ends_of

README = "README.md"
GENERATED = (README, SCHEMA_FILE)
_HOW = b"\n[%s]: # (curate:sha256:%s)\n"
_MARK = re.compile(rb"\n\[/{2,}\]: # \(curate:sha256:([0-9a-f]{64})\)\n?")


def generated(catalog: Catalog, template: str) -> Mapping[str, str]:
    """Path → text of every file that is made from the catalog: the page, and the schema of a record."""
    return {README: readme(catalog, template), SCHEMA_FILE: schema_text(catalog.list)}


def readme(catalog: Catalog, template: str) -> str:
    """The whole page, mark included, with one newline at its end and line ends as in the template. Raises BadTemplate.

    The mark does not depend on line ends, which git or an editor may change.
    """
    whole = completed(plain_ends(template), catalog)
    text = render_template(whole, context(anchored(catalog, whole)))
    page = text.rstrip(" \t\n") + "\n"
    return with_ends_of(page + (_HOW % (_label(page), _digest(page.encode()))).decode(), template)


def _label(page: str) -> bytes:
    """What the mark defines: nothing that a text in brackets would become a link to."""
    label = "//"
    if f"[{label}]" not in page:
        return label.encode()
    from bot.markdown.parse import references  # noqa: PLC0415 - few pages write the label

    defined = references(page)
    while f"[{label}]" in page and label not in defined:
        label += "/"
    return label.encode()


def unprinted(catalog: Catalog, template: str) -> frozenset[str]:
    """The sections whose entries the template never prints. Raises BadTemplate."""
    template = completed(plain_ends(template), catalog)
    page = anchored(catalog, template)
    asked: list[Section] = []

    def noted(path: object) -> str:
        asked.append(_section(page, path))
        return ""

    render_template(template, {**context(page), "entries": entries_by(noted)})
    return frozenset(page.sections) - {section.path for section in asked}


def edited_by_hand(page: str | bytes) -> bool:
    """Whether a page was not made by `readme` in just this form: another digest, or no mark at all."""
    flat = page.encode() if isinstance(page, str) else page
    flat = flat.removeprefix(BOM_UTF8)
    flat = flat.replace(b"\r\n", b"\n") if b"\r" in flat else flat
    end = max(flat.rfind(b"\n[/"), 0)
    mark = _MARK.fullmatch(flat, end)
    return mark is None or mark[1] != _digest(memoryview(flat)[:end])


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def context(page: Page) -> Mapping[str, Any]:
    """What a template may name."""
    records = page.catalog.records
    withdrawn = sum(record.status == "withdrawn" for record in records)
    return {
        "list": page.catalog.list,
        "sections": page.catalog.sections,
        "count": len(records) - withdrawn,
        "withdrawn": withdrawn,
        "newest": max((record.added.isoformat() for record in records if record.added), default=""),
        "entries": entries_by(lambda path: entries(page, _section(page, path))),
        "heading": Given("heading(section)", _heading, ("section",)),
        "toc": Given("toc()", lambda: "\n".join(toc(page)), ()),
        "outline": Given("outline()", lambda: "\n".join(outline(page)), ()),
        "index": Given("index()", lambda: "\n".join(index(page)), ()),
        "table": Given("table(小节路径, 列, …)", lambda *given, **named: tables.table(page, *given, **named)),
        "lineage": Given("lineage()", lambda: lineage.lineage(page), ()),
        "which": Given("which(条件=值, …)", lambda **named: selections.which(page, **named)),
        "latest": Given("latest(个数)", lambda number: selections.latest(page, number), ("number",)),
        "gone": Given("gone()", lambda: selections.gone(page), ()),
    }


def _section(page: Page, path: object) -> Section:
    if not isinstance(path, str):
        raise BadTemplate("entries 的括号里不是小节路径", "", "请写成 entries('models') 或 entries(section.path)")
    if section := page.section(path):
        return section
    raise BadTemplate(f"模板里的小节“{path}”不存在", "", "请写 catalog/list.yml 里有的小节路径")


def _heading(section: object) -> str:
    if not isinstance(section, Section):
        raise BadTemplate("heading 的括号里不是小节", "", "请写 heading(section)，section 取自 sections")
    return f"{'#' * min(section.level + 1, 6)} {escape(section.entry.title)}"


def toc(page: Page) -> Iterator[str]:
    """A nested list of sections; those with headings name their entries, a line each, so that a diff stays small."""
    counts = _counts(page)
    for section in page.catalog.sections:
        yield _line(page, section, counts)
        if names := _names(page, section):
            pad = "  " * section.level
            yield f"{pad}- " + f"\n{pad}  · ".join(names)


def outline(page: Page) -> Iterator[str]:
    """The sections alone."""
    counts = _counts(page)
    return (_line(page, section, counts) for section in page.catalog.sections)


def index(page: Page) -> Iterator[str]:
    """All entries, by section, folded."""
    yield "<details>\n<summary>全部条目</summary>"
    for section in page.catalog.sections:
        if names := _names(page, section):
            yield f"\n**{escape(section.entry.title)}**：" + "\n· ".join(names)
    yield "\n</details>"


def _line(page: Page, section: Section, counts: Mapping[str, int]) -> str:
    count = f"（{counts[section.path]}）" if counts[section.path] else ""
    pad = "  " * (section.level - 1)
    return f"{pad}- [{escape(section.entry.title)}](#{page.sections[section.path]}){count}"


def _names(page: Page, section: Section) -> list[str]:
    """A link to each entry that has a place of its own."""
    if section.entry.show not in ("headings", *FACTS):
        return []
    return [page.link(record) for record, _ in page.rows[section.path]]


def _counts(page: Page) -> Counter[str]:
    """How many entries each section has, with all below it; as in the template's `count`, those withdrawn aside."""
    counts: Counter[str] = Counter()
    for section, rows in page.rows.items():
        active, path = sum(record.status == "active" for record, _ in rows), section
        while path:
            counts[path] += active
            path = path.rpartition("/")[0]
    return counts
