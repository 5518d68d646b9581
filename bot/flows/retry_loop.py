"""An event came → read everything anew, decide, make it so; where GitHub stumbles, begin again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.errors import Gone, Interrupted, Refused
from bot.github.client import Repository
from bot.github.decision import Decision, Refresh
from bot.github.read import head, open_work, snapshot
from bot.github.read_files import files_at
from bot.github.snapshot import IssueComment, OpenWork, Snapshot, User
from bot.github.write import apply, refresh
from bot.submissions.comment_state import own_comment

Decide = Callable[[Path, Snapshot], Decision]
DecideAll = Callable[[Path, OpenWork], Sequence[Refresh]]
T = TypeVar("T")
Rest = Callable[[float], None]

ROUNDS = 5
LONGEST_WAIT = 120.0  # seconds; for more, the job ends and says when to run it again


def deliver(repo: Repository, issue: int, root: Path, decide: Decide, rest: Rest = time.sleep) -> str:
    """Make GitHub match what `decide` says of this issue; the summary. Raises Refused, or Interrupted in the end."""
    return persist(lambda: _once(repo, issue, root, decide), rest)


def deliver_refresh(repo: Repository, root: Path, decide: DecideAll, rest: Rest = time.sleep) -> str:
    """The same for every open pull request of the bot, after the default branch moved."""
    return persist(lambda: _all_once(repo, root, decide), rest)


def deliver_again(repo: Repository, issues: Iterable[int], root: Path, decide: Decide, rest: Rest = time.sleep) -> str:
    """`deliver` for each of these issues. One that is refused keeps none waiting."""
    said, refusals = [], []
    for issue in issues:
        try:
            said.append(deliver(repo, issue, root, decide, rest))
        except Refused as refusal:
            refusals.append(refusal)
    if refusals:
        raise refusals[0]
    return "\n\n".join(said)


def _once(repo: Repository, issue: int, root: Path, decide: Decide) -> str:
    at = head(repo)
    try:
        now = snapshot(repo, at, issue)
    except Gone:
        return f"issue #{issue} 已被删除或转移，无须处理。"
    with files_at(repo, at.sha, root) as folder:
        decision = decide(folder, now)
    apply(repo, at, decision, now, _is_own(at.me))
    if decision.pull and decision.pull.commit and head(repo).sha != at.sha:
        raise Interrupted("默认分支刚刚有了新提交", at.default_branch, "请重新运行本任务")
    return decision.summary


def _all_once(repo: Repository, root: Path, decide: DecideAll) -> str:
    at = head(repo)
    work = open_work(repo, at)
    with files_at(repo, at.sha, root) as folder:
        wanted = decide(folder, work)
    pulls = {pull.number: pull for pull in work.pulls}
    refusals = []
    for one in wanted:
        try:
            refresh(repo, at, one, pulls[one.pull.number or 0], _is_own(at.me))
        except Refused as refusal:  # the others must not wait for this one
            refusals.append(refusal)
    if refusals:
        raise refusals[0]
    return "\n\n".join(one.summary for one in wanted) or "没有需要更新的 PR。"


def _is_own(me: User) -> Callable[[IssueComment], bool]:
    """Whether a comment is the bot's sticky one."""
    return lambda comment: own_comment([comment], me) is not None


def persist(work: Callable[[], T], rest: Rest) -> T:
    """`work`, begun again where GitHub stumbles."""
    for _ in range(ROUNDS - 1):
        try:
            return work()
        except Interrupted as trouble:
            if trouble.wait > LONGEST_WAIT:
                raise
            rest(trouble.wait)
    return work()
