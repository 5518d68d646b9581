"""Entries that a new one is, or is a copy of, as the web itself says: one of the two addresses leads to the other."""

from __future__ import annotations

from collections.abc import Iterator

from bot.catalog.model import Catalog
from bot.submissions.evidence import Evidence
from bot.submissions.kin import repository
from bot.submissions.model import Kin, Submission
from bot.urls.normalise import link_key


def proven_kin(made: Submission, catalog: Catalog, evidence: Evidence) -> tuple[Kin, ...]:
    """None where nobody has looked; those that hold it back first."""
    if not (evidence.looks and made.links and made.after):
        return ()
    main, kept = made.links[0][1], made.after.links[0]
    mine, own = _pages(main.url, evidence), link_key(kept.url).page
    was = link_key(main.url).page
    origin = _origin(main.url, evidence)
    found = []
    for other in catalog.records:
        if other.slug == made.after.slug or other.status != "active":
            continue
        for link in other.links[:1]:
            page = link_key(link.url).page
            if not was == page == own and not mine.isdisjoint(_pages(link.url, evidence)):
                found.append(Kin(other.slug, other.name, "renamed", main.url, holds=True))
            elif origin and not origin.isdisjoint(
                {link_key(address).project for address in _addresses(link.url, evidence)}
            ):
                found.append(Kin(other.slug, other.name, "fork", main.url))
    return tuple(sorted(found, key=lambda one: not one.holds))


def worth_a_look(made: Submission, catalog: Catalog) -> Iterator[str]:
    """The links of a submission, and of the entries whose repository has the name of its own: one may have moved."""
    yield from (link.url for _, link in made.links)
    name = repository(link_key(made.links[0][1].url)) if made.links else ""
    for other in catalog.records if name and made.form == "new-entry" else ():
        if other.status == "active" and other.links and repository(link_key(other.links[0].url)) == name:
            yield other.links[0].url


def _addresses(url: str, evidence: Evidence) -> tuple[str, ...]:
    """The address, and where it leads."""
    look = evidence.of(url)
    return (url, look.moved_to) if look and look.outcome == "moved" else (url,)


def _pages(url: str, evidence: Evidence) -> set[str]:
    return {link_key(address).page for address in _addresses(url, evidence)}


def _origin(url: str, evidence: Evidence) -> set[str]:
    """The project that this one is a fork of."""
    look = evidence.of(url)
    named = look.project.fork_of if look and look.project else ""
    return {link_key(f"https://github.com/{named}").project} if named else set()
