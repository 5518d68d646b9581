"""How surely an entry has the link of another one, judged from their names, words and other links."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from bot.lint.analysis.mentions import is_named, is_passing, mentions
from bot.lint.analysis.same_page import HUBS, Entry, beside, duplicates, main_link, text_likeness
from bot.names.compare import kinship, words
from bot.names.match_url import fit, numbers
from bot.names.normalise import name_key
from bot.names.similar_text import LONGEST, plain
from bot.names.whose_url import Contrast, contrast
from bot.urls.hosts import PEOPLE
from bot.urls.normalise import link_key

Grade = Literal["", "note", "titles", "sure"]

RANK: tuple[Grade, ...] = ("", "note", "titles", "sure")
NEAR = 6  # entries apart in a page within which a copied line is the likely story
SOME = 20  # links of an entry that are looked at for its own page
DESCRIBED = 12  # letters of a description that two things do not share by accident
FITS, FOREIGN = 0.85, 0.6


def took(entry: Entry, other: Entry, common: Collection[str] = ()) -> Grade:
    """How surely `entry` has the link of `other`; empty where it rather has not."""
    if _explained(entry, other, common) or _same_words(entry, other):
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
        return "titles" if _two_titles(entry, other) else ""
    if entry.record.section != other.record.section:
        return _across(entry, other, told)
    if not _neighbours(entry, other):
        return _far(entry, other, told)
    return _near(entry, other, told)


def _same_words(entry: Entry, other: Entry) -> bool:
    """Whether one is described as the other is: then it is the same thing under an older name."""
    short, long = sorted((plain(one.record.description[:LONGEST]) for one in (entry, other)), key=len)
    return len(short) >= DESCRIBED and short in long


def _near(entry: Entry, other: Entry, told: Contrast) -> Grade:
    """Of neighbours in one section, where a line is easily copied from the next."""
    if entry.key.kind in HUBS and _named_alike(entry, other):
        return ""
    if not _doubtful(entry, other, told):
        return "sure"
    return "note" if beside(entry, other, 1) or not duplicates(entry, other) else ""  # else told as a duplicate


def _far(entry: Entry, other: Entry, told: Contrast) -> Grade:
    """Of entries far apart in one section: one project told twice is likelier."""
    if told.own or not told.judged or not _apart(entry, other):
        return ""
    return "sure" if _elsewhere(entry) else "" if duplicates(entry, other) else "note"


def _across(entry: Entry, other: Entry, told: Contrast) -> Grade:
    """Of entries in two sections: often a model and its data set, or one project shown twice."""
    if entry.key.kind not in HUBS or told.own or not told.judged or _named_alike(entry, other):
        return ""
    if not (_is_main(entry) and _is_main(other)):
        return ""
    return "note" if _doubtful(entry, other, told) else "sure"


def _doubtful(entry: Entry, other: Entry, told: Contrast) -> bool:
    if not told.judged or _is_account(entry) or _one_maker(entry):
        return True
    return _named_alike(entry, other) or _weak_page(entry, other) or mentions(other, entry)


def _explained(entry: Entry, other: Entry, common: Collection[str]) -> bool:
    """Whether the link is a mention, an account, a part of the other entry, or explained in the text."""
    record, owner = entry.record, other.record
    if mentioned(entry, common):
        return True
    label = entry.link.label
    if label and label not in common and kinship(label, owner.name) == "same" != kinship(label, record.name):
        return True
    if _is_account(entry) and (not label or kinship(label, record.name) == "strangers"):
        return True
    if record.whole == owner.slug or owner.whole == record.slug:
        return True
    if record.whole and record.whole == owner.whole and entry.key.kind not in HUBS:
        return True  # “Lectures” and “Assignments” of one course
    return not (is_named(owner) and is_named(record)) or mentions(entry, other)


def mentioned(entry: Entry, common: Collection[str]) -> bool:
    return entry.link.label not in common and is_passing(entry.record, entry.link)


def _named_alike(entry: Entry, other: Entry) -> bool:
    """Names that share their beginning and no word: tools of one family may well share a repository."""
    mine, yours = name_key(entry.record.name).full, name_key(other.record.name).full
    return len(mine) >= 4 and mine[:4] == yours[:4] and not words(entry.record.name) & words(other.record.name)


def _two_titles(entry: Entry, other: Entry) -> bool:
    """Whether two neighbours lead with two titles in full to one paper or one video, which has but one."""
    if entry.at < other.at or not beside(entry, other, 2):
        return False
    if entry.key.kind != "paper" and entry.key.host != "youtube.com":
        return False
    names = [one.record.name for one in (entry, other)]
    whole = all(kinship(one.link.label, one.record.name) == "same" for one in (entry, other) if one.link.label)
    if not whole or not (entry.link.label and other.link.label) or min(map(_length, names)) < 4:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for neighbours on one page

    return fuzz.token_set_ratio(*map(str.lower, names)) < 60


def _length(name: str) -> int:
    """Words of a title; two Chinese characters are about one."""
    return len(re.findall(r"[A-Za-z]{2,}|[\u4e00-\u9fff]{2}", name))


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
