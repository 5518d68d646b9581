"""The list for readers of feeds, search engines and language models: feed.xml, sitemap.xml, llms.txt."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape as xml_text
from xml.sax.saxutils import quoteattr

from bot.catalog.model import Catalog
from bot.markdown.escape import escape, link, visible
from bot.site import prose
from bot.site.shown import Entry

NEWEST = 100  # entries in a feed
LONGEST = 120  # characters of a summary in llms.txt


def newest(entries: Sequence[Entry]) -> str:
    """The last day on which an entry was added or changed, or an empty string."""
    return max((entry.changed for entry in entries), default="")


def atom(catalog: Catalog, entries: Sequence[Entry], address: str) -> str:
    """What was added or changed last comes first. Empty where no entry has a date: a feed must have one."""
    dated = sorted((entry for entry in entries if entry.changed), key=lambda one: one.changed, reverse=True)[:NEWEST]
    if not dated:
        return ""
    title = catalog.list.title
    feed = f'<link rel="self" type="application/atom+xml" href={_attribute(f"{address}feed.xml")}/>'
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<title>{_xml(title)}</title>",
        f"<id>{_id(catalog, '')}</id>",
        f"<updated>{dated[0].changed}T00:00:00Z</updated>",
        f"<author><name>{_xml(title)}</name></author>",
        f'<link rel="alternate" type="text/html" href={_attribute(address or "./")}/>',
        *([feed] if address else []),
    ]
    for entry in dated:
        lines += _atom_entry(catalog, entry, address)
    return "\n".join([*lines, "</feed>\n"])


def _atom_entry(catalog: Catalog, entry: Entry, address: str) -> list[str]:
    record = entry.record
    state = "（已撤下）" if entry.withdrawn else ""
    return [
        "<entry>",
        f"<title>{_xml(record.name)}{state}</title>",
        f"<id>{_id(catalog, record.slug)}</id>",
        f'<link rel="alternate" type="text/html" href={_attribute(address + entry.page)}/>',
        *([f"<published>{record.added}T00:00:00Z</published>"] if record.added else []),
        f"<updated>{entry.changed}T00:00:00Z</updated>",
        *([f"<category term={_attribute(entry.kind)}/>"] if entry.kind else []),
        f'<content type="html">{_xml(entry.html)}</content>',
        "</entry>",
    ]


def _id(catalog: Catalog, slug: str) -> str:
    """The same wherever the site is published."""
    return uuid5(NAMESPACE_URL, f"{catalog.list.repository or catalog.list.title}#{slug}").urn


def _xml(text: str) -> str:
    return xml_text(visible(text))


def _attribute(text: str) -> str:
    return quoteattr(visible(text))


def sitemap(entries: Sequence[Entry], address: str) -> str:
    """Empty where nobody knows the address of the site."""
    if not address:
        return ""
    pages = [("", newest(entries)), *((entry.page, entry.changed) for entry in entries)]
    rows = [
        f"<url><loc>{_xml(address + page)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for page, day in pages
    ]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "\n".join(rows) + "\n</urlset>\n"


def llms_txt(catalog: Catalog, entries: Sequence[Entry], address: str) -> str:
    """As llmstxt.org has it: a title, what it is about, then links in sections."""
    about = prose.plain(prose.html(catalog.list.introduction))
    blocks = [f"# {escape(visible(catalog.list.title))}"]
    if about:
        blocks.append(f"> {escape(about)}")
    sections: dict[tuple[str, ...], list[str]] = {}
    for entry in entries:
        if not entry.withdrawn:
            said = escape(prose.shortened(entry.plain, LONGEST))
            line = f"- {link(visible(entry.record.name), address + entry.page)}"
            sections.setdefault(entry.sections, []).append(f"{line}: {said}" if said else line)
    for titles, lines in sections.items():
        blocks.append(f"## {escape(visible(' / '.join(titles)))}\n\n" + "\n".join(lines))
    blocks.append(f"## Optional\n\n- {link('全部数据（JSON）', address + 'list.json')}")
    return "\n\n".join(blocks) + "\n"
