"""The pull request for a project that has moved: its record with the new addresses, as a correction would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.catalog.model import Record
from bot.catalog.write import record_path, record_text
from bot.github.decision import PullRequest
from bot.github.snapshot import Branch, Pull, User
from bot.lint.finding import Finding
from bot.markdown.escape import escape, link
from bot.markdown.relocate_links import home_of
from bot.submissions import pull_request, sentences
from bot.submissions.comment import preview
from bot.submissions.commit import commit, digest, foreign, plain_name, trailers
from bot.submissions.context import SubmissionContext
from bot.submissions.model import Report, Submission, Verdict
from bot.submissions.review import judge

PREFIX = "curate/moved-"
MOVED = "LNK013"
MOST = 20  # new pull requests of one run: nobody reads more in a week
NOBODY = digest("")


def branch_for(slug: str) -> str:
    return f"{PREFIX}{slug}"


def moves(context: SubmissionContext, findings: Sequence[Finding]) -> dict[str, Record]:
    """Branch → the record as it should be, for each record that links to something moved."""
    targets: dict[str, dict[str, str]] = {}
    for finding in findings:
        if finding.code == MOVED:
            targets.setdefault(finding.place.record, {})[finding.evidence["url"]] = finding.evidence["moved_to"]
    found = {}
    for slug, moved in targets.items():
        record = context.catalog.by_slug.get(slug)
        if record and any(one.url in moved for one in record.links):
            links = tuple(replace(one, url=moved.get(one.url, one.url)) for one in record.links)
            found[branch_for(slug)] = replace(record, links=links)
    return found


def wanted_pull(
    context: SubmissionContext,
    after: Record,
    onto: tuple[str, str],
    now: tuple[Branch | None, Pull | None],
    me: User,
) -> PullRequest | None:
    """None: leave it as it is. A maintainer who closed it has decided; where others have committed it is theirs.

    `onto` are the commit that the context was read from, and the name of its branch.
    """
    branch, pull = now
    if (pull and not pull.open and not pull.merged) or foreign(branch, me):
        return None
    before = context.catalog.by_slug[after.slug]
    verdict = judge(Submission("fix-entry", before=before, after=after), context, (), date.max, always=True)
    files = dict(verdict.files)
    title = sentences.MOVED_TITLE.format(name=plain_name(after))
    text = f"{title}\n\n{trailers(NOBODY, digest(record_text(before)), files)}"
    return PullRequest(
        branch_for(after.slug),
        onto[1],
        open=True,
        draft=bool(verdict.blocking),
        title=title,
        body=_body(before, after, verdict, context),
        number=pull.number if pull and pull.open else None,
        commit=commit(onto[0], text, files, {record_path(after)}, frozenset(context.generated)),
    )


def unwanted_pulls(wanted: Mapping[str, Record], found: Mapping[str, Pull], to: str) -> Iterator[PullRequest]:
    """Open ones of records that no longer lead to anything moved: mended by hand, or meant to stay."""
    for branch, pull in found.items():
        if pull.open and branch not in wanted:
            yield PullRequest(branch, to, open=False, draft=pull.draft, number=pull.number)


def _body(before: Record, after: Record, verdict: Verdict, context: SubmissionContext) -> str:
    changed = [
        sentences.MOVED_LINK.format(old=escape(old.url), new=link(new.url, new.url))
        for old, new in zip(before.links, after.links, strict=True)
        if old.url != new.url
    ]
    report = Report("ready", verdict, "fix-entry", home=home_of("", context.catalog.list.repository))
    parts = [sentences.MOVED_BODY, "\n".join(changed), sentences.CHECKS, pull_request.checked(report, verdict)]
    return "\n\n".join([*parts, preview(report, verdict)])[: pull_request.LONGEST]
