"""The entries of the list beside a submission: where they stand on the page, and whether it is one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.catalog.model import Record
from bot.lint.analysis.same_page import main_link
from bot.lint.finding import Finding
from bot.markdown.escape import link
from bot.readme.generate.contents import anchored
from bot.submissions.context import SubmissionContext
from bot.submissions.kin import MOST, kin
from bot.submissions.model import Kin, Rows, Verdict
from bot.submissions.proven_kin import proven_kin
from bot.urls.normalise import link_key

SAME_PAGE = "DUP001"  # the rule of what is held back here, and its waiver
SHARED_PAGE = "DUP004"  # the rule that takes them for several projects by their names


def pages(verdict: Verdict, context: SubmissionContext, home: str) -> Rows:
    """Slug of each entry that the findings speak of → a link to it on the page at `home`."""
    own = verdict.submission.after.slug if verdict.submission.after else ""
    told = {
        slug: None for one in (*verdict.blocking, *verdict.remarks) for slug in one.records if slug not in ("", own)
    }
    told |= {one.slug: None for one in verdict.kin}
    by_slug = context.catalog.by_slug
    found = [by_slug[slug] for slug in told if slug in by_slug]
    if not found or not home:
        return ()
    anchors = anchored(context.catalog, context.template).anchors
    return tuple((one.slug, link(one.name, f"{home}#{anchors.get(one.slug, '')}")) for one in found)


def held_back(verdict: Verdict, context: SubmissionContext, others: Iterable[Record]) -> Verdict:
    """A new entry with the very link by which another is known blocks; the rule alone cannot be that sure of a page."""
    after = verdict.submission.after
    if after is None or verdict.submission.before or not after.links:
        return verdict
    mine, waiting = link_key(after.links[0].url).page, {other.slug: other for other in others}

    def same(finding: Finding) -> bool:
        slugs = [slug for slug in finding.records if slug != after.slug]
        known = [records[slug] for records in (context.catalog.by_slug, waiting) for slug in slugs if slug in records]
        return finding.code == SAME_PAGE and any(_known_by(one) == mine for one in known)

    twice = tuple(remark for remark in verdict.remarks if same(remark))
    shared = tuple(_shared(after, remark, context) for remark in verdict.remarks if remark.code == SHARED_PAGE)
    held_codes = {SHARED_PAGE} if any(shared) else set()
    rest = tuple(remark for remark in verdict.remarks if remark not in twice and remark.code not in held_codes)
    told = (*verdict.blocking, *verdict.remarks)
    held = {slug for one in (*verdict.blocking, *twice) for slug in one.records}
    proven = proven_kin(verdict.submission, context.catalog, context.evidence)
    known = (
        *filter(None, shared),
        *(one for one in proven if one.slug not in held),
        *kin(after, context.catalog, told),
    )
    known = tuple({one.slug: one for one in reversed(known)}.values())[::-1][:MOST]
    return replace(verdict, blocking=(*verdict.blocking, *twice), remarks=rest, kin=known)


def _shared(after: Record, finding: Finding, context: SubmissionContext) -> Kin | None:
    """The entry that is known by the page of the new one: whatever the names, nobody tells the two apart by it."""
    mine = link_key(after.links[0].url).page
    others = (context.catalog.by_slug[slug] for slug in finding.records if slug in context.catalog.by_slug)
    same = next((other for other in others if other.slug != after.slug and _known_by(other) == mine), None)
    return Kin(same.slug, same.name, "page", after.links[0].url, holds=True) if same else None


def let_pass(verdict: Verdict) -> Verdict:
    """As a maintainer decided: nothing is held back for being the page of another entry."""
    return replace(verdict, kin=tuple(replace(one, holds=False) for one in verdict.kin))


def _known_by(record: Record) -> str:
    found = main_link(record) if record.status == "active" else None
    return link_key(found.url).page if found else ""
