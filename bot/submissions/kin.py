"""Entries that a new one may be under another coat: what no rule is sure of, but a person will know at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.catalog.model import Catalog, Record
from bot.lint.finding import Finding
from bot.names.compare import GENERIC, marks, telling, words
from bot.names.match_url import PLAIN
from bot.submissions.model import Kin
from bot.urls.hosts import CODE_HOSTS
from bot.urls.normalise import LinkKey, link_key

HUBS = frozenset({"huggingface.co", "modelscope.cn"})
MIRRORS = re.compile(r"gitee\.com/(?:mirrors|hf-mirrors|hf-models|mirrors_\w+|pro-mirrors)", re.IGNORECASE)
MOST = 3  # entries that a comment names
SHORTEST = 3  # letters of a repository's name that say something


def kin(record: Record, catalog: Catalog, told: Iterable[Finding]) -> tuple[Kin, ...]:
    """The entries it may be, each once, those first that hold it back; without those a finding names as doubles."""
    named = {slug for finding in told if finding.code.startswith("DUP") for slug in finding.records}
    others = (one for one in catalog.records if one.slug != record.slug and one.status == "active")
    found = [one for other in others if other.slug not in named for one in _kin(record, other)]
    once = {one.slug: one for one in sorted(found, key=lambda one: one.holds)}
    return tuple(sorted(once.values(), key=lambda one: not one.holds)[:MOST])


def _kin(record: Record, other: Record) -> Iterator[Kin]:
    keys = [link_key(link.url) for link in record.links]
    for link in other.links:
        for at, key in enumerate(keys):
            yield from _same_repository(other, key, link_key(link.url), main=at == 0)
    if any(_family(record.name, name) for name in (other.name, *other.aliases)):
        yield Kin(other.slug, other.name, "family", record.name)


def _same_repository(other: Record, mine: LinkKey, yours: LinkKey, *, main: bool) -> Iterator[Kin]:
    """The hub's other side, a mirror, or the same name with another owner."""
    name = repository(mine)
    if not name or name != repository(yours) or mine.project == yours.project:
        return
    hubs = {mine.host, yours.host} == HUBS
    if hubs and _owner(mine) == _owner(yours) and mine.kind == yours.kind:
        yield Kin(other.slug, other.name, "twin", yours.url, holds=main)
    elif MIRRORS.match(mine.project) or MIRRORS.match(yours.project):
        yield Kin(other.slug, other.name, "mirror", yours.url, holds=main)
    elif main:
        yield Kin(other.slug, other.name, "repository", yours.url)


def repository(key: LinkKey) -> str:
    """What the repository, model or data set is called; "" for a name that many have."""
    if key.host not in CODE_HOSTS | HUBS or key.kind == "organisation":
        return ""
    name = key.project.rpartition("/")[2].lower()
    told = PLAIN.sub("", name).strip("-_. ") and words(name) - GENERIC
    return name if told and len(name) >= SHORTEST else ""


def _owner(key: LinkKey) -> str:
    return key.owner.rpartition("/")[2].lower()


def _family(mine: str, other: str) -> bool:
    """Whether the name is that of the other without its version and size."""
    latin = [{word for word in telling(name) if word.isascii()} for name in (mine, other)]
    return bool(latin[0]) and latin[0] == latin[1] and not marks(mine) and bool(marks(other))
