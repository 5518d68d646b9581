"""Entries that the web itself says are one project, whatever their names and addresses look like.

Three proofs: one link leads on to the other's page, both lead to the same one, or a repository names the other's page
as its home. A page that several repositories call home proves nothing of any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from bot.lint.analysis.related_entries import alike
from bot.lint.analysis.same_page import Entry, listed
from bot.lint.analysis.shown_again import on_purpose
from bot.lint.context import LintContext
from bot.urls.hosts import CODE_HOSTS
from bot.urls.normalise import link_key
from bot.urls.web_address import web_address
from bot.web.verdict import verdict


class Proof(NamedTuple):
    """`entry` and `other` are one project; `why` is a sentence of DUP006, `url` the page that both come to."""

    entry: Entry
    other: Entry
    why: str
    url: str


def proofs(ctx: LintContext) -> tuple[Proof, ...]:
    """Each pair once, at least one of it judged; none where no facts are at hand."""
    return ctx.once("proven doubles", lambda ctx: tuple(_proofs(ctx))) if ctx.facts else ()


def _proofs(ctx: LintContext) -> Iterator[Proof]:
    judged = {record.slug for record in ctx.subjects}
    told: set[frozenset[str]] = set()
    for proof in (*_one_address(ctx), *_home_pages(ctx)):
        pair = frozenset({proof.entry.record.slug, proof.other.record.slug})
        if len(pair) == 2 and pair & judged and pair not in told and not _explained(proof, ctx):
            told.add(pair)
            yield proof


def _explained(proof: Proof, ctx: LintContext) -> bool:
    """Whether it is another rule's, or the list says how the two stand to each other."""
    one, other = proof.entry, proof.other
    related = {relation.record for entry in (one, other) for relation in entry.record.relations}
    pair = {one.record.slug, other.record.slug}
    return one.key.page == other.key.page or bool(related & pair) or on_purpose(one, other, ctx)


def _one_address(ctx: LintContext) -> Iterator[Proof]:
    groups: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in listed(ctx):  # of entries with one page DUP001 and others speak
        groups[link_key(_leads_to(entry, ctx)).page].setdefault(entry.key.page, entry)
    for page, group in groups.items():
        for one, other in combinations(group.values(), 2):
            moved, stays = (other, one) if one.key.page == page else (one, other)
            why = "redirect" if stays.key.page == page else "one-address"
            yield Proof(moved, stays, why, _leads_to(moved, ctx))


def _leads_to(entry: Entry, ctx: LintContext) -> str:
    """The address where its link ends."""
    found = verdict(ctx.facts.get(web_address(entry.link.url)))
    return found.moved_to if found.outcome == "moved" else entry.link.url


def _home_pages(ctx: LintContext) -> Iterator[Proof]:
    homes: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed(ctx):
        fact = ctx.facts.get(web_address(entry.link.url))
        if fact and fact.last.project and fact.last.project.homepage:
            homes[link_key(fact.last.project.homepage).page].append(entry)
    for entry in listed(ctx):
        repositories = [one for one in homes.get(entry.key.page, ()) if one is not entry]
        if len(repositories) == 1 and _is_own(repositories[0], entry):
            yield Proof(repositories[0], entry, "home-page", entry.link.url)


def _is_own(repository: Entry, page: Entry) -> bool:
    """Whether the page can be one project's: neither an account, nor a maker's first page under another name."""
    if page.key.kind == "organisation" or (page.key.host in CODE_HOSTS and page.key.project == repository.key.project):
        return False
    return "/" in page.key.page or alike(repository, page)
