"""Names with and without App, .com or a version, one over a repository and one over a site: one project's two pages."""

from __future__ import annotations

import re

from bot.lint.analysis.same_page import Entry
from bot.names.compare import GENERIC, words
from bot.names.match_url import fit
from bot.names.normalise import name_key, simplify
from bot.urls.hosts import CODE_HOSTS, PEOPLE, is_closed

LONGEST = 80  # letters beyond which it is a title
SHORTEST = 4  # letters of a name that is more than a word
OWN = 0.85  # how well the name fits an address that is its own
_ADDED = (
    r"[\s.·_-]*(?:\.(?:com|org|net|io|ai|app|dev|cn|co|js)"
    r"|(?<=[\W_])(?:app|apps|web|website|site|desktop|online|project|cli|sdk|docs)|官网|官方网站|网站|客户端|桌面版|网页版)"
)
_ENDING = re.compile(rf"(?:{_ADDED}|[\s.·_-]*v?\d++(?:\.\d++)*+)+$")  # possessive: digits part in one way only
_IN_ADDRESS = re.compile(rf"(?:{_ADDED})+$")  # a number there tells of another version


def core(name: str) -> str:
    """The name without what its pages add to it; empty where too little is left to tell.

    >>> core("Lantern App"), core("lantern.com"), core("Lantern 2.0"), core("Go 2")
    ('lantern', 'lantern', 'lantern', '')
    """
    bare = _ENDING.sub("", simplify(name)) if len(name) <= LONGEST else ""
    full = name_key(bare).full
    return full if len(full) >= SHORTEST and not words(bare) <= GENERIC else ""


def two_pages(one: Entry, other: Entry) -> bool:
    """Whether one entry is a repository, the other a site, and both have the name in their address."""
    if not core(one.record.name) or core(one.record.name) != core(other.record.name):
        return False
    repository, site = (one, other) if one.key.host in CODE_HOSTS else (other, one)
    if repository.key.kind != "repository" or site.key.host in CODE_HOSTS | PEOPLE or site.key.page.count("/") > 1:
        return False
    name = core(one.record.name)
    slug, host = repository.key.page.rpartition("/")[2], site.key.host
    return _spelt(slug) == name and any(_spelt(label) == name for label in host.split(".")[:-1])


def _spelt(part: str) -> str:
    """A part of an address as `core` spells names."""
    return name_key(_IN_ADDRESS.sub("", simplify(part))).full


def moved_forge(one: Entry, other: Entry) -> bool:
    """Whether one of the two is where a forge stood that has closed, and the name is in both addresses."""
    closed = sum(is_closed(entry.key.host) for entry in (one, other))
    return closed == 1 and all(fit(entry.record.name, entry.link.url) >= OWN for entry in (one, other))
