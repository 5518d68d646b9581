"""Catalog + facts → every file of the site. The same catalog and facts are the same bytes on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.catalog.model import Catalog
from bot.site import prose
from bot.site.data import list_csv, list_json, list_schema
from bot.site.entries import site_entries
from bot.site.facets import facets
from bot.site.feeds import atom, llms_txt, newest, sitemap
from bot.site.render import asset, page
from bot.site.search_index import scripts
from bot.site.shown import Entry
from bot.web.facts_format import Facts

ASSETS = ("style.css", "search.js", "page.js")
LONG = 1500  # entries; a page with more of them shows their names and kinds only
SCHEMA_TYPES = {
    "dataset": "Dataset", "benchmark": "Dataset", "prompts": "Dataset", "tutorial": "LearningResource",
    "framework": "SoftwareSourceCode", "method": "SoftwareSourceCode", "application": "SoftwareApplication",
    "service": "WebApplication", "leaderboard": "WebSite",
}  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """`address` is where the site will stand, with a slash at its end, or empty; `form` whether there is the form."""

    address: str = ""
    form: bool = False


def site_files(catalog: Catalog, facts: Facts, settings: Settings) -> Mapping[str, str]:
    """Path below the site's folder → text."""
    entries = site_entries(catalog, facts, form=settings.form)
    address = settings.address or pages_address(catalog.list.repository)
    common = _common(catalog, entries, address)
    choices = facets(catalog, entries)
    made = {
        "index.html": page("index.html", **common, **_index(catalog, entries), facets=choices, root=""),
        **{
            entry.page: page("entry.html", **common, entry=entry, root="../", data=_about(entry, address))
            for entry in entries
        },
        **scripts(entries, choices),
        **{name: asset(name) for name in ASSETS},
        "list.json": list_json(catalog, entries),
        "list.schema.json": list_schema(catalog),
        "list.csv": list_csv(entries),
        "feed.xml": atom(catalog, entries, address),
        "sitemap.xml": sitemap(entries, address),
        "llms.txt": llms_txt(catalog, entries, address),
    }
    return {path: text for path, text in made.items() if text}


def pages_address(repository: str) -> str:
    """Where GitHub publishes the pages of a repository; empty where that is not known.

    >>> pages_address("https://github.com/Owner/List"), pages_address("https://gitee.com/a/b")
    ('https://owner.github.io/List/', '')
    """
    parts = urlsplit(repository)
    names = parts.path.strip("/").removesuffix(".git").split("/")
    if parts.hostname != "github.com" or len(names) != 2 or not all(names):
        return ""
    home = f"https://{names[0].lower()}.github.io/"
    return home if names[1].lower() == f"{names[0].lower()}.github.io" else f"{home}{names[1]}/"


def _common(catalog: Catalog, entries: Sequence[Entry], address: str) -> dict[str, Any]:
    return {
        "list": catalog.list,
        "address": address,
        "feed": bool(newest(entries)),
        "by_slug": {entry.record.slug: entry for entry in entries},
    }


def _index(catalog: Catalog, entries: Sequence[Entry]) -> dict[str, Any]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.withdrawn:
            groups.setdefault(entry.record.section, []).append(entry)
    introduction = prose.html(catalog.list.introduction)
    active = sum(map(len, groups.values()))
    return {
        "sections": [
            (section, prose.html(section.entry.introduction), groups.get(section.path, ()))
            for section in catalog.sections
        ],
        "withdrawn": [entry for entry in entries if entry.withdrawn],
        "places": {entry.record.slug: at for at, entry in enumerate(entries)},
        "introduction": introduction,
        "summary": prose.shortened(prose.plain(introduction), 150),
        "count": active,
        "newest": newest(entries),
        "long": len(entries) > LONG,
        "data": {
            "@context": "https://schema.org",
            "@type": "CollectionPage",
            "name": catalog.list.title,
            "inLanguage": "zh-CN",
            "mainEntity": {"@type": "ItemList", "numberOfItems": active},
        },
    }


def _about(entry: Entry, address: str) -> Mapping[str, Any]:
    """JSON-LD of one entry."""
    record = entry.record
    said = {
        "name": record.name,
        "alternateName": list(record.aliases),
        "description": entry.summary,
        "url": address + entry.page if address else "",
        "sameAs": [link.href for link in entry.links if link.href],
        "license": record.license.weights or record.license.code or record.license.data,
        "creator": [{"@type": "Organization", "name": name} for name in record.organisations],
        "datePublished": record.released.isoformat() if record.released else "",
        "inLanguage": "zh-CN",
    }
    head = {"@context": "https://schema.org", "@type": SCHEMA_TYPES.get(record.kind, "CreativeWork")}
    return {**head, **{key: value for key, value in said.items() if value}}
