"""Links that an entry seems to have taken from another one: they fit the other's name and not its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.checks.same_page import Entry, beside, everything
from bot.fit import fit, numbers, pieces
from bot.identity import link_key, name_key, simplify
from bot.kinship import GENERIC, kinship, telling, title, words
from bot.model import Evidence, Link, Record

NEAR = 6  # entries apart in a page within which a copied line is the likely story
MANY = 12
FITS, FOREIGN = 0.85, 0.6
# What a link is to its entry; no name.
_ROLES = (
    "source code demo link here paper video slides download home page get this theme open oss software icon free "
    "freeware 地址 链接 源码 代码 论文 演示 项目地址 开源地址"
)
ROLES = frozenset(_ROLES.split())
# "该项目的开源地址是", whatever is left of it after the name.
SAID = re.compile(
    r"该?项目的?|本项目的?|开源|在线|体验|演示|试用|地址|链接|网址|源码|代码|仓库|官网|主页|下载|论文|博客|详见|模型|数据"
    r"|[的是为在：:，,（）()]"
)


@dataclass(frozen=True)
class Copied:
    """`link` of `record` fits `owner`, whose `theirs` leads to the same page."""

    record: Record
    link: Link
    owner: Record
    theirs: Link


def copied(seen: Evidence) -> Mapping[tuple[str, int], Copied]:
    """The links that seem to be another entry's, by slug of the record and index of the link.

    On every page that a judged record leads to, those of the records beside it too: what is said of one depends on it.
    """
    return seen.once("copied", _copied)


def _copied(seen: Evidence) -> Mapping[tuple[str, int], Copied]:
    judged = {record.slug for record in seen.subjects}
    found: dict[tuple[str, int], Copied] = {}
    for group in _pages(seen):
        if not any(entry.record.slug in judged for entry, _ in group):
            continue
        owners = _owners(group)
        for entry, index in group:
            if owner := next((o for o in owners if o.record is not entry.record and took(entry, o)), None):
                found[entry.record.slug, index] = Copied(entry.record, entry.link, owner.record, owner.link)
    return found


def _pages(seen: Evidence) -> list[list[tuple[Entry, int]]]:
    """Every link that two to a dozen records have in common, with its index; more is a site that all mention."""
    groups: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
    for at, record in enumerate(everything(seen)):
        for index, link in enumerate(record.links):
            groups[link_key(link.url).page].append((Entry(record, link, at), index))
    return [group for group in groups.values() if 1 < len({e.record.slug for e, _ in group}) <= MANY]


def _owners(group: Iterable[tuple[Entry, int]]) -> list[Entry]:
    """Of each record the first link that is no passing mention: to another link it is the same with all of them."""
    found: dict[int, Entry] = {}
    for entry, _ in group:
        if id(entry.record) not in found and not is_passing(entry.record, entry.link):
            found[id(entry.record)] = entry
    return list(found.values())


def taken(entry: Entry, seen: Evidence) -> bool:
    """Whether the entry's own link is such a one: then the link is wrong, and the entry no duplicate."""
    return (entry.record.slug, entry.record.links.index(entry.link)) in copied(seen)


def took(entry: Entry, other: Entry) -> bool:
    if entry.record.section == other.record.section and not _neighbours(entry, other):
        return False
    if is_passing(entry.record, entry.link) or is_passing(other.record, other.link):
        return False
    kin = kinship(entry.record.name, other.record.name)
    theirs, own = fit(other.record.name, entry.link.url), fit(entry.record.name, entry.link.url)
    if kin == "variant":
        return _other_number(entry, other)
    foreign = kin in ("strangers", "siblings", "near") and theirs >= FITS and own < FOREIGN
    return foreign and not mentions(entry, other)


def _neighbours(entry: Entry, other: Entry) -> bool:
    """On a page a line is copied from a line nearby; two far apart are one project told twice."""
    return entry.record.file != other.record.file or beside(entry, other, NEAR)


def is_passing(record: Record, link: Link) -> bool:
    """Whether the text of the link names something else than the entry: then it is mentioned, not meant."""
    return not is_role(link.label) and kinship(SAID.sub("", link.label), record.name) == "strangers"


@lru_cache(maxsize=1 << 12)
def is_role(label: str) -> bool:
    """Whether the text of a link only says what the link is to its entry: “源码”, “Demo”, an icon, nothing."""
    return words(SAID.sub("", label)) <= GENERIC | ROLES


def _other_number(entry: Entry, other: Entry) -> bool:
    """“iOS 9” with a link that says ios-8, beside “iOS 8”."""
    own, theirs, said = numbers(entry.record.name), numbers(other.record.name), numbers(entry.link.url)
    return beside(entry, other, NEAR) and bool(own and theirs and theirs <= said) and not own & said


def mentions(entry: Entry, other: Entry) -> bool:
    """Whether the entry's own text names the other project or its address: then the link is explained."""
    text = simplify(
        re.sub(r"https?://\S+", " ", f"{entry.record.name} {entry.record.description or entry.record.body}")
    )
    folded = name_key(text).full
    key = name_key(title(other.record.name))
    named = {key.full, *key.aliases, *pieces(entry.link.url)[-1:]}
    part = any(len(word) >= 5 and word in folded for word in telling(other.record.name))
    return part or any(len(word) >= 3 and word in folded for word in named)
