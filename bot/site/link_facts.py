"""A record's links with what `curate links` remembers of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.catalog.model import Link, Record, is_url
from bot.catalog.words import PLAIN, Words
from bot.urls.web_address import web_address
from bot.web.facts_format import Facts
from bot.web.model import Fact
from bot.web.verdict import verdict

# In code, without a scheme, as a list writes an address that must not be followed.
_ADDRESS = re.compile(r"(?<=`)[\w-]+(?:\.[\w-]+)+/[\w./-]+(?=`)", re.ASCII)


@dataclass(frozen=True)
class ShownLink:
    """`href` is empty where the address is only to be read. `looked` is the day the notes are from."""

    url: str
    label: str
    href: str
    notes: tuple[str, ...] = ()
    looked: str = ""


def shown_links(record: Record, facts: Facts, words: Words = PLAIN) -> tuple[ShownLink, ...]:
    """A withdrawn record has no links as a rule; its text may name the old address."""
    links = [_shown(link, record, facts, words) for link in record.links]
    if record.status == "withdrawn":
        told = dict.fromkeys(_ADDRESS.findall(record.description))
        links += [ShownLink(url, "旧地址", "") for url in told if not is_url(url)]
    return tuple(links)


def _shown(link: Link, record: Record, facts: Facts, words: Words) -> ShownLink:
    label = words.link(link)
    href = link.url if record.status == "active" and is_url(link.url) else ""
    fact = facts.get(web_address(link.url)) if facts else None
    if fact is None or not (notes := _notes(fact)):
        return ShownLink(link.url, label, href)
    return ShownLink(link.url, label, href, notes, fact.looked.isoformat())


def _notes(fact: Fact) -> tuple[str, ...]:
    now = verdict(fact)
    words = {"gone": "已失效", "moved": "已搬走", "archived": "已归档"}
    notes = [words.get(now.outcome, "")]
    if (project := fact.last.project) and now.outcome != "gone":
        notes += [
            "已归档" if project.archived and now.outcome != "archived" else "",
            f"★ {project.stars}" if project.stars else "",
            f"最后更新 {project.pushed[:10]}" if project.pushed else "",
        ]
    return tuple(filter(None, notes))
