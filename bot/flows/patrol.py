"""`curate patrol`: look at the links, remember it, and let one issue and a pull request a moved project say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.errors import Interrupted, Refused
from bot.files.below import read_if_there
from bot.files.folder import temporary_folder
from bot.flows.addresses import of_catalog
from bot.flows.known_facts import BRANCH, FILE
from bot.flows.links import Report, Settings, check_links
from bot.flows.retry_loop import Rest, persist
from bot.flows.submit import submission_context
from bot.github.client import Repository
from bot.github.decision import PullRequest
from bot.github.read import Head, Standing, head, pulls_from
from bot.github.read_files import files_at
from bot.github.stored_file import read_stored, write_stored
from bot.github.tracking_issue import find
from bot.github.tracking_issue import settle as settle_issue
from bot.github.write_pull import settle
from bot.lint.context import LintContext
from bot.lint.discover import all_rules
from bot.lint.engine import run
from bot.lint.finding import Finding
from bot.submissions import sentences
from bot.submissions.context import SubmissionContext
from bot.submissions.moved_links import MOST, PREFIX, moves, unwanted_pulls, wanted_pull
from bot.submissions.patrol_issue import is_patrols, patrol_issue
from bot.web.facts import merged, parse_facts
from bot.web.facts_format import Facts, text_of

MESSAGE = "Remember what the links lead to"
NOTE = "LNK014"


@dataclass(frozen=True)
class Looked:
    """What a run has learnt, before anything is written."""

    report: Report
    facts: Facts


@dataclass(frozen=True)
class Pulls:
    """`said`: slug → what to say of its pull request; `refusals` are those GitHub would not have."""

    said: Mapping[str, str]
    refusals: tuple[Refused, ...] = ()


def patrol(repo: Repository, root: Path, settings: Settings, rest: Rest) -> str:
    """Look once, then write until GitHub has it all; the summary. Raises CurateError."""
    at = head(repo)
    with files_at(repo, at.sha, root) as folder:
        looked = _look(repo, folder, settings)
    persist(lambda: _remember(repo, looked.facts), rest)
    return persist(lambda: _tell(repo, root, looked, settings), rest)


def _look(repo: Repository, folder: Path, settings: Settings) -> Looked:
    known = read_stored(repo, BRANCH, FILE).data
    with temporary_folder({FILE: known} if known else {}) as place:
        report = check_links(of_catalog(folder), replace(settings, facts=(place / FILE,)))
        data = read_if_there(place, FILE)
    return Looked(report, parse_facts(data, f"{BRANCH}:{FILE}"))


def _remember(repo: Repository, facts: Facts) -> None:
    """With what another run has written meanwhile; nothing where it is all there."""
    at = head(repo)
    now = read_stored(repo, BRANCH, FILE)
    text = text_of(merged(parse_facts(now.data, f"{BRANCH}:{FILE}"), facts))
    if facts and text.encode() != now.data:
        write_stored(repo, at, now, text, MESSAGE)


def _tell(repo: Repository, root: Path, looked: Looked, settings: Settings) -> str:
    at = head(repo)
    with files_at(repo, at.sha, root) as folder:
        context = submission_context(folder)
    findings = _findings(context, looked.facts, settings)
    pulls = _pulls(repo, at, context, findings)
    now = find(repo, at, is_patrols)
    wanted = patrol_issue(findings, pulls.said, now, settings.today)
    number = settle_issue(repo, wanted, now) if wanted else now.number if now else 0
    if pulls.refusals:
        raise pulls.refusals[0]
    if head(repo).sha != at.sha:
        raise Interrupted("默认分支刚刚有了新提交", at.default_branch, "请重新运行本任务")
    return sentences.PATROL_SUMMARY.format(
        looked=looked.report.looked,
        links=len(looked.report.links),
        findings=sum(finding.code != NOTE for finding in findings),
        issue=f"issue #{number}" + ("" if wanted else "没有变化") if number else "没有 issue",
        pulls=len(pulls.said),
    )


def _findings(context: SubmissionContext, facts: Facts, settings: Settings) -> list[Finding]:
    """What the rules find by these facts alone: everything else is for `curate check`."""
    codes = {rule.code for rule in all_rules() if rule.from_facts}
    catalog = context.catalog
    found = run(LintContext(catalog, catalog.records, today=settings.today, facts=facts))
    return [one for one in found if one.code in codes and (one.severity != "info" or one.code == NOTE)]


def _pulls(repo: Repository, at: Head, context: SubmissionContext, findings: list[Finding]) -> Pulls:
    """Make the pull requests so. One that GitHub refuses keeps neither the others nor the issue waiting."""
    wanted = moves(context, findings)
    standing = pulls_from(repo, at, PREFIX, wanted)
    new = [branch for branch in wanted if not standing[branch][1]]
    said: dict[str, str] = {}
    refusals: list[Refused] = []
    for branch, after in wanted.items():
        if branch in new[MOST:]:
            continue
        made = wanted_pull(context, after, (at.sha, at.default_branch), standing[branch], at.me)
        try:
            number, is_open = _settled(repo, at, made, standing[branch])
        except Refused as refusal:
            refusals.append(refusal)
        else:
            said[after.slug] = (sentences.MOVED_PULL if is_open else sentences.MOVED_CLOSED).format(number=number)
    there = {name: pull for name, (_, pull) in standing.items() if pull}
    for done in unwanted_pulls(wanted, there, at.default_branch):
        _settled(repo, at, done, standing[done.branch])
    return Pulls(said, tuple(refusals))


def _settled(repo: Repository, at: Head, wanted: PullRequest | None, now: Standing) -> tuple[int, bool]:
    """The number of the pull request, and whether it is open."""
    branch, pull = now
    if wanted:
        pull, _ = settle(repo, at, wanted, pull, branch)
    return (pull.number, pull.open) if pull else (0, False)
