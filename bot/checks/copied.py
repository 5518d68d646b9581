"""Links that an entry seems to have taken from another one: they fit the other's name and not its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.checks.passing import is_named, is_passing, mentions
from bot.checks.same_page import HUBS, Entry, beside, duplicates, everything, main_link, text_likeness
from bot.checks.same_project import PEOPLE
from bot.contrast import contrast
from bot.fit import fit, numbers
from bot.identity import link_key, name_key
from bot.kinship import kinship, words
from bot.model import Evidence, Link, Record

Grade = Literal["", "note", "sure"]

NEAR = 6  # entries apart in a page within which a copied line is the likely story
MANY = 12
SOME = 20  # links of an entry that are looked at for its own page
FITS, FOREIGN = 0.85, 0.6
COMMON = 5  # entries with one text on their links, from which on it says what the link is and not whose


@dataclass(frozen=True)
class Copied:
    """`link` of `record` fits `owner`, whose `theirs` leads to the same page; `sure` enough for a warning."""

    record: Record
    link: Link
    owner: Record
    theirs: Link
    sure: bool


def copied(seen: Evidence) -> Mapping[tuple[str, int], Copied]:
    """The links that seem to be another entry's, by slug of the record and index of the link.

    On every page that a judged record leads to, those of the records beside it too: what is said of one depends on it.
    """
    return seen.once("copied", _copied)


def _copied(seen: Evidence) -> Mapping[tuple[str, int], Copied]:
    judged = {record.slug for record in seen.subjects}
    common = seen.once("common labels", common_labels)
    found: dict[tuple[str, int], Copied] = {}
    for group in _pages(seen):
        if not any(entry.record.slug in judged for entry, _ in group):
            continue
        owners = _owners(group, common)
        for entry, index in group:
            grades = [(o, took(entry, o, common)) for o in owners if o.record is not entry.record]
            grades = [(o, grade) for o, grade in grades if grade]
            if grades:
                owner, grade = max(grades, key=lambda one: one[1] == "sure")
                found[entry.record.slug, index] = Copied(
                    entry.record, entry.link, owner.record, owner.link, grade == "sure"
                )
    return found


def _pages(seen: Evidence) -> list[list[tuple[Entry, int]]]:
    """Every link that two to a dozen records have in common, with its index; more is a site that all mention."""
    groups: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
    for at, record in enumerate(everything(seen)):
        for index, link in enumerate(record.links):
            groups[link_key(link.url).page].append((Entry(record, link, at), index))
    return [group for group in groups.values() if 1 < len({e.record.slug for e, _ in group}) <= MANY]


def _owners(group: Iterable[tuple[Entry, int]], common: Collection[str]) -> list[Entry]:
    """Of each record the first link that is no passing mention: to another link it is the same with all of them."""
    found: dict[int, Entry] = {}
    for entry, _ in group:
        if id(entry.record) not in found and not _mentioned(entry, common):
            found[id(entry.record)] = entry
    return list(found.values())


def common_labels(seen: Evidence) -> frozenset[str]:
    """Texts on links to many different pages, such as “Go!”: they name nothing."""
    links = {(link.label, link.url) for record in everything(seen) for link in record.links if link.label}
    counts = Counter(label for label, _ in links)
    return frozenset(label for label, times in counts.items() if times >= COMMON)


def taken(entry: Entry, seen: Evidence) -> bool:
    """Whether the entry's own link is such a one: then the link is wrong, and the entry no duplicate."""
    return (entry.record.slug, entry.record.links.index(entry.link)) in copied(seen)


def took(entry: Entry, other: Entry, common: Collection[str] = ()) -> Grade:
    """How surely `entry` has the link of `other`; empty where it rather has not."""
    if _explained(entry, other, common):
        return ""
    kin = kinship(entry.record.name, other.record.name)
    if kin == "variant":
        return "sure" if _other_number(entry, other) else ""
    if kin in ("same", "part"):
        return ""
    url = entry.link.url
    told = contrast(entry.record.name, other.record.name, url)
    whole = fit(other.record.name, url) >= FITS and fit(entry.record.name, url) < FOREIGN
    if told.own >= 0.5 or not (whole or told.theirs >= 0.5):
        return ""
    together = entry.record.section == other.record.section
    if together and not _neighbours(entry, other):
        if told.own or not told.judged or not _apart(entry, other):
            return ""
        return "sure" if _elsewhere(entry) else "" if duplicates(entry, other) else "note"
    if not together and (entry.key.kind not in HUBS or told.own or not told.judged):
        return ""
    if not together and not (_is_main(entry) and _is_main(other)):
        return ""
    doubtful = not told.judged or _is_account(entry) or _one_maker(entry)
    doubtful = doubtful or _named_alike(entry, other) or _weak_page(entry, other) or mentions(other, entry)
    if doubtful and together and not beside(entry, other, 1) and duplicates(entry, other):
        return ""  # told as a duplicate
    return "note" if doubtful else "sure"


def _explained(entry: Entry, other: Entry, common: Collection[str]) -> bool:
    """Whether the link is a mention, an account, a part of the other entry, or explained in the text."""
    record, owner = entry.record, other.record
    if _mentioned(entry, common):
        return True
    label = entry.link.label
    if label and label not in common and kinship(label, owner.name) == "same" != kinship(label, record.name):
        return True
    if _is_account(entry) and (not label or kinship(label, record.name) == "strangers"):
        return True
    if record.target("part-of") == owner.slug or owner.target("part-of") == record.slug:
        return True
    return not (is_named(owner) and is_named(record)) or mentions(entry, other)


def _mentioned(entry: Entry, common: Collection[str]) -> bool:
    return entry.link.label not in common and is_passing(entry.record, entry.link)


def _named_alike(entry: Entry, other: Entry) -> bool:
    """Names that share their beginning and no word: tools of one family may well share a repository."""
    mine, yours = name_key(entry.record.name).full, name_key(other.record.name).full
    return len(mine) >= 4 and mine[:4] == yours[:4] and not words(entry.record.name) & words(other.record.name)


def _is_account(entry: Entry) -> bool:
    """The page of a person or an organisation, which several entries may share."""
    key = entry.key
    return key.kind == "organisation" or (key.host in PEOPLE and key.page.count("/") == 1)


def _is_main(entry: Entry) -> bool:
    return entry.link == main_link(entry.record)


def _one_maker(entry: Entry) -> bool:
    """Whether another page of the entry belongs to the owner of the repository: then both are the maker's."""
    owner = entry.key.owner.rpartition("/")[2]
    others = [link_key(link.url) for link in entry.record.links[:SOME] if link_key(link.url).page != entry.key.page]
    return len(owner) >= 4 and any(owner in f"{key.host}/{key.owner}" for key in others)


def _weak_page(entry: Entry, other: Entry) -> bool:
    """A home page, or a link beside the main one, where no other link tells that the entry's own page is elsewhere."""
    if _elsewhere(entry):
        return False
    root = "/" not in entry.key.page
    return (root and not beside(entry, other, 3)) or not _is_main(entry)


def _elsewhere(entry: Entry) -> bool:
    """Whether another link of the entry fits its name."""
    name = entry.record.name
    return any(
        fit(name, link.url) >= FITS for link in entry.record.links[:SOME] if link_key(link.url).page != entry.key.page
    )


def _apart(entry: Entry, other: Entry) -> bool:
    """Far apart on a page, one project told twice is likelier, unless names and words have nothing in common."""
    if kinship(entry.record.name, other.record.name) != "strangers" or not _is_main(entry):
        return False
    exact = fit(other.record.name, entry.link.url) >= 0.97 and "/" in entry.key.page
    return exact and text_likeness(entry.record, other.record) < 50 and not mentions(other, entry)


def _neighbours(entry: Entry, other: Entry) -> bool:
    """On a page a line is copied from a line nearby; two far apart are one project told twice."""
    return entry.record.file != other.record.file or beside(entry, other, NEAR)


def _other_number(entry: Entry, other: Entry) -> bool:
    """“iOS 9” with a link that says ios-8, beside “iOS 8”."""
    own, theirs, said = numbers(entry.record.name), numbers(other.record.name), numbers(entry.link.url)
    return beside(entry, other, NEAR) and bool(own and theirs and theirs <= said) and not own & said
