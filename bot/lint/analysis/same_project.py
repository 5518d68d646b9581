"""Why two entries with different pages may still be one project; judged from names and addresses alone."""

from __future__ import annotations

from typing import NamedTuple

from bot.catalog.model import Record
from bot.lint.analysis.same_page import HUBS, Entry, text_likeness
from bot.lint.analysis.two_pages import moved_forge, two_pages
from bot.lint.finding import Severity
from bot.names.compare import GENERIC, title, words
from bot.names.match_url import fit
from bot.names.normalise import BRACKETED, HAN_ONE, name_key, same_name
from bot.names.similar_text import plain
from bot.urls.hosts import CODE_HOSTS, PEOPLE
from bot.urls.normalise import LinkKey

SHORT = 4  # letters of a name from which it may be one
LONG = 8  # letters from which one name on one site is no accident
SAME_TEXT, NEAR_TEXT = 95.0, 60.0  # of two repositories of one name: a fork or a move; worth a look
TITLE_LETTERS = 32  # a heading this long is a title: of an article, a paper, a talk; a Chinese character counts as two
ALIKE, RATHER = 90.0, 60.0  # how alike texts are that say the same, and that do not speak against it
OWN = 0.85  # how well a name fits an account that has it
SAID = 8  # letters of a description from which on it says something
BRACKETS = frozenset("()（）[]【】")
# Pages that every site has beside its first one.
_USUAL = "docs doc document documentation download downloads index about home en zh cn zh-cn latest"
USUAL = frozenset(_USUAL.split())


class Likeness(NamedTuple):
    """Why two entries are likely one project, by a name that DUP002 puts into words, and how grave that is."""

    why: str
    severity: Severity


def likeness(one: Entry, other: Entry) -> Likeness | None:
    """What says that two entries are one project; None where nothing does."""
    mine, yours = one.key, other.key
    if mine.page == yours.page or _parted(one.record, other.record):
        return None
    if why := _repository_and_pages(mine, yours):
        return Likeness(why, "warning")
    if not _one_name(one.record.name, other.record.name):
        return Likeness("near-names", "info") if two_pages(one, other) else None
    if moved_forge(one, other):
        return Likeness("closed-forge", "warning")
    together = one.record.section == other.record.section
    if mine.project == yours.project:
        return _one_repository(one, other) if together else None
    if mine.owner == yours.owner and _account(mine) != _account(yours) and _fits_repository(one, other):
        return Likeness("account-and-repository", "warning")
    if why := _account_named_so(one, other):
        return Likeness(why, "warning")
    if _code(mine) and _code(yours):
        titled = plain(one.record.name) == plain(other.record.name) and _width(one.record.name) >= TITLE_LETTERS
        return Likeness("one-title", "warning") if titled else _moved(one, other)
    if mine.host == yours.host:
        return _one_site(one, other, together=together)
    return _two_sites(one, other, together=together)


def _one_repository(one: Entry, other: Entry) -> Likeness | None:
    """Two pages of a repository, “X” and “X: its first part”, are two chapters; the repository itself is all of it."""
    pages = all(entry.key.page != entry.key.project for entry in (one, other))
    chapters = pages and plain(one.record.name) != plain(other.record.name)
    return None if chapters else Likeness("one-repository", "warning")


def _one_site(one: Entry, other: Entry, *, together: bool) -> Likeness | None:
    """Two pages of a site that is no code host: many a site has a page for each of its projects."""
    if extra := _nested(one.key, other.key):
        if extra != {"?"} and _own_site(one):
            return Likeness("one-site", "warning")
        return Likeness("one-site", "warning" if extra != {"?"} and (together or extra <= USUAL) else "info")
    if plain(one.record.name) != plain(other.record.name) or "?" in one.key.page + other.key.page:
        return None
    if _width(one.record.name) >= TITLE_LETTERS:
        return Likeness("one-title", "warning")
    return Likeness("one-site", "info") if together and _width(one.record.name) >= LONG else None


def _own_site(entry: Entry) -> bool:
    """Whether the site has the entry's name: then each of its pages is the project's."""
    return name_key(entry.record.name).full in (name_key(label).full for label in entry.key.host.split(".")[:-1])


def _two_sites(one: Entry, other: Entry, *, together: bool) -> Likeness | None:
    mine, yours = one.key, other.key
    if plain(one.record.name) != plain(other.record.name) or {mine.host, yours.host} & PEOPLE:
        return None
    alike = text_likeness(one.record, other.record)
    if _width(one.record.name) >= TITLE_LETTERS:
        return Likeness("one-title", "warning")
    if mine.kind in HUBS and yours.kind in HUBS:  # of one name there are many repositories
        return Likeness("one-section-near-words", "info") if together and alike >= RATHER else None
    if alike >= ALIKE:
        return Likeness("same-words", "warning")
    if all(_root(entry.key) and entry.key.host.count(".") == 1 and _own_site(entry) for entry in (one, other)):
        return Likeness("in-both-urls", "warning")  # gallium.com and gallium.org
    if _both_fit(one, other):
        told = alike >= RATHER or any(_own_account(entry) for entry in (one, other)) or _rare(one, other)
        if not together and _says_other(one, other):
            return None
        sure = told and all(_called_so(entry) for entry in (one, other))
        return Likeness("in-both-urls", "warning" if sure else "info")
    if together:
        return Likeness("one-section", "info")
    pair = _code(mine) != _code(yours) and _width(one.record.name) >= SHORT and _fits_one(one, other)
    return Likeness("repository-and-site", "info") if pair else None


def _fits_one(one: Entry, other: Entry) -> bool:
    """Whether the name stands in the address of both: of a repository and of the site beside it."""
    return min(fit(one.record.name, one.link.url), fit(other.record.name, other.link.url)) >= OWN


def _says_other(one: Entry, other: Entry) -> bool:
    """Whether both are described, and not alike, and the site has another name: `Flow.js` on flow.org checks types,
    `flow.js` uploads files.
    """
    called = name_key(one.record.name).full
    if any(called in entry.key.host.split(".") for entry in (one, other) if not _code(entry.key)):
        return False
    told = min(len(plain(entry.record.description)) for entry in (one, other)) >= SAID
    return told and text_likeness(one.record, other.record) < RATHER


def _width(name: str) -> int:
    return sum(2 if HAN_ONE.match(letter) else 1 for letter in plain(name))


def _fits_repository(one: Entry, other: Entry) -> bool:
    """Whether the name is the repository's, and not only that of the account."""
    slugs = (entry.key.project.rpartition("/")[2] for entry in (one, other) if not _account(entry.key))
    return any(fit(one.record.name, f"https://{slug}") >= OWN for slug in slugs)


def _called_so(entry: Entry) -> bool:
    """Whether the name is all of the repository's: `stripe-ios` is another thing than Stripe."""
    slug = entry.key.project.rpartition("/")[2]
    return not _code(entry.key) or name_key(slug).full in name_key(entry.record.name).forms


def _rare(one: Entry, other: Entry) -> bool:
    """A repository and a home page with a name that nobody else will have taken."""
    rare = _width(one.record.name) > LONG and words(one.record.name).isdisjoint(GENERIC)
    return rare and _code(one.key) != _code(other.key)


def _own_account(entry: Entry) -> bool:
    """Whether the account that holds the repository has the project's name."""
    return _code(entry.key) and fit(entry.record.name, f"https://{entry.key.owner}") >= OWN


def _one_name(one: str, other: str) -> bool:
    """Equal as a whole, or one is what the other says before it explains, or in brackets."""
    if len(name_key(title(one)).full) < 3 or words(title(one)) <= GENERIC:
        return False
    if BRACKETED.search(one) and BRACKETED.search(other) and plain(one) != plain(other):
        return False
    mine, yours = name_key(one).full, name_key(other).full
    if mine == yours or mine == name_key(title(other)).full or yours == name_key(title(one)).full:
        return True
    return any(
        same_name(one, other) and name_key(short).full in name_key(long).aliases and set(long) & BRACKETS
        for short, long in ((one, other), (other, one))
    )


def _repository_and_pages(mine: LinkKey, yours: LinkKey) -> str:
    """GitHub Pages and the repository they come from."""
    repository, pages = (mine, yours) if mine.host in CODE_HOSTS else (yours, mine)
    if mine.project != yours.project or repository.kind != "repository" or pages.host in CODE_HOSTS:
        return ""
    return "repository-and-pages" if pages.page.count("/") <= 1 else ""


def _parted(one: Record, other: Record) -> bool:
    """Whether the list itself says that one is part of the other, or both of a third: home page, then repository."""
    whole, other_whole = one.target("part-of"), other.target("part-of")
    return whole == other.slug or other_whole == one.slug or bool(whole and whole == other_whole)


def _code(key: LinkKey) -> bool:
    return key.host in CODE_HOSTS


def _account(key: LinkKey) -> bool:
    return key.kind == "organisation"


def _account_named_so(one: Entry, other: Entry) -> str:
    """`github.com/x` beside `github.com/y/x`: the account of a project that moved out of another one's."""
    for account, repository in ((one, other), (other, one)):
        if _account(account.key) and repository.key.kind == "repository":
            slug = repository.key.page.rpartition("/")[2]
            if account.key.page.rpartition("/")[2] == slug:
                return "account-named-so"
    return ""


def _moved(one: Entry, other: Entry) -> Likeness | None:
    """One repository name in two accounts: moved or forked where the texts agree, else often chance."""
    repositories = {entry.key.page.rpartition("/")[2] for entry in (one, other) if entry.key.kind == "repository"}
    if len(repositories) != 1 or one.key.kind != other.key.kind:
        return None
    if not (one.record.description and other.record.description):
        return None
    mine, yours = plain(one.record.description), plain(other.record.description)
    alike = 100 if mine == yours and _width(mine) >= LONG else text_likeness(one.record, other.record)
    if alike >= SAME_TEXT:
        return Likeness("moved-same-words", "warning")
    return Likeness("moved-near-words", "info") if alike >= NEAR_TEXT else None


def _nested(mine: LinkKey, yours: LinkKey) -> frozenset[str]:
    """The parts by which one address goes on from the other; "?" where they differ after their path only."""
    short, long = sorted((mine.page.split("?")[0].split("#")[0], yours.page.split("?")[0].split("#")[0]), key=len)
    if long == short:
        return frozenset("?")
    return frozenset(long[len(short) + 1 :].lower().split("/")) if long.startswith(f"{short}/") else frozenset()


def _both_fit(one: Entry, other: Entry) -> bool:
    """A home page whose host is the name, and a repository called so."""
    return min(fit(one.record.name, one.link.url), fit(other.record.name, other.link.url)) >= 0.9 and (
        _root(one.key) or _root(other.key)
    )


def _root(key: LinkKey) -> bool:
    return "/" not in key.page
