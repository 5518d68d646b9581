"""A report → the state GitHub should have: comment, labels, pull request, check."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.github.decision import CheckRun, Comment, Decision, PullRequest, comment_text
from bot.github.snapshot import IssueComment, Snapshot, branch_of
from bot.submissions import pull_request, sentences
from bot.submissions.comment import comment
from bot.submissions.comment_state import Memory, mark, unmarked
from bot.submissions.commit import commit, foreign, message, own_paths, state_before, subject
from bot.submissions.labels import labels
from bot.submissions.model import Report, Verdict
from bot.submissions.orders import Orders
from bot.submissions.status import Standing


@dataclass(frozen=True)
class Matter:
    """One issue as found: `shown` is the bot's comment there, `text` the digest of the issue's text, `generated` the
    paths of generated files.
    """

    now: Snapshot
    shown: tuple[IssueComment, Memory] | None
    standing: Standing
    text: str
    generated: frozenset[str]


def wanted(matter: Matter, report: Report, orders: Orders) -> Decision:
    now = matter.now
    if other := foreign(now.branch, now.me):
        report = replace(report, says=(*report.says, sentences.FOREIGN_COMMITS.format(people=other)))
    pull = _pull(matter, report, mine=not other)
    report = replace(report, has_pull=bool(now.pull or pull))
    return Decision(
        issue=now.issue.number,
        summary=_summary(now.issue.number, report),
        comment=_comment(matter, report, pull),
        labels=labels(report.form, report.outcome),
        state=matter.standing.state,
        pull=pull,
        check=_check(matter, report, pull),
        reactions=orders.reactions,
    )


def _pull(matter: Matter, report: Report, *, mine: bool) -> PullRequest | None:
    """None: leave it as it is, or leave it unmade."""
    now, verdict = matter.now, report.verdict
    number = now.pull.number if now.pull else None
    same = PullRequest(branch_of(now.issue.number), now.default_branch, open=True, draft=False, number=number)
    if matter.standing.stand in {"withdrawn", "closed"}:
        return replace(same, open=False, draft=now.pull.draft) if now.pull and now.pull.open else None
    if report.outcome == "ready" and verdict and mine:
        return _complete(matter, report, verdict, same)
    if report.outcome in {"waiting", "mend", "early"} and mine and now.pull and now.pull.open:
        return replace(same, draft=True)
    return None


def _complete(matter: Matter, report: Report, verdict: Verdict, same: PullRequest) -> PullRequest:
    now, made, files = matter.now, verdict.submission, dict(verdict.files)
    if made.after is None:  # a sound verdict has a record
        return same
    title = subject(made.after, made.before, now.issue.number, made.gone)
    text = message(title, now.issue.author, matter.text, state_before(made.before, made.gone), files)
    return replace(
        same,
        title=title,
        body=pull_request.body(report, verdict, now.issue.number, matter.text, pull_request.said(verdict)),
        commit=commit(now.base, text, files, own_paths(made), matter.generated),
    )


def _check(matter: Matter, report: Report, pull: PullRequest | None) -> CheckRun | None:
    """On what was just committed, or, once the issue no longer holds a sound text, on what was committed before."""
    if pull is None or not pull.open or report.verdict is None:
        return None
    return pull_request.check_run(report, report.verdict) if pull.commit or matter.now.branch else None


def _comment(matter: Matter, report: Report, pull: PullRequest | None) -> Comment:
    """The text as it stands where nothing but the time of its first showing would change."""
    now, memory = matter.now, replace(matter.standing.memory, digest=matter.text, since="")
    text = comment(report)
    if matter.shown is None:
        return Comment(f"{text}\n\n{mark(memory)}")
    sticky, before = matter.shown
    number = (pull.number if pull else None) or (now.pull.number if now.pull else None)
    same = unmarked(sticky.body) == comment_text(Comment(text), number).rstrip()
    if same and replace(before, since="") == memory:
        return Comment(sticky.body, sticky.id)
    if before.digest == matter.text:
        memory = replace(memory, since=before.since or sticky.updated_at)
    return Comment(f"{text}\n\n{mark(memory)}", sticky.id)


def _summary(issue: int, report: Report) -> str:
    verdict = report.verdict
    count = verdict.faults if verdict else 0
    what = sentences.SUMMARIES[report.outcome].format(count=count)
    return sentences.SUMMARY.format(issue=issue, what=what)
