"""The pull request that should exist: opened, reopened, retitled, turned into a draft and back, closed."""

from __future__ import annotations

from typing import Any

import github.PullRequest
from github.Repository import Repository

from bot.errors import Interrupted, Refused
from bot.github.client import plain
from bot.github.convert import pull_from
from bot.github.decision import PullRequest
from bot.github.read import Head
from bot.github.snapshot import NOT_READY, Branch, Pull
from bot.github.write_branch import holds, move

UNPROCESSABLE = 422


def settle(
    repo: Repository, at: Head, wanted: PullRequest, now: Pull | None, branch: Branch | None, *, disarm: bool = False
) -> tuple[Pull | None, str]:
    """The pull request as it now is, and the head of its branch ("" where there is none).

    With `disarm` a new text takes back what was armed to be merged by itself: nobody has seen that text.
    """
    if wanted.number is None:
        now = None
    elif now is None or now.number != wanted.number:
        raise Interrupted("PR 刚刚有变动", f"#{wanted.number}", "请重新运行本任务")
    if now and wanted.open and not now.open:
        now = _reopen(repo, now)
    sha = branch.sha if branch else ""
    if wanted.commit:
        if disarm and now and now.armed and branch and not holds(branch, wanted.commit):
            _disarm(repo, now)
        sha = move(repo, at, wanted.branch, wanted.commit, branch)
    if now is None:
        return (_open(repo, wanted) if wanted.open else None), sha
    return _edit(repo, wanted, now), sha


def _disarm(repo: Repository, now: Pull) -> None:
    """Before the branch moves: GitHub turns auto-merge off only where somebody without write permission pushes."""
    try:
        repo.get_pull(now.number).disable_automerge()
    except Refused as refusal:
        raise Interrupted("PR 的自动合并没能关掉", f"#{now.number}", "请重新运行本任务") from refusal


def _reopen(repo: Repository, now: Pull) -> Pull | None:
    """None where GitHub refuses (the branch was rewritten meanwhile): then a new one is opened."""
    pull = repo.get_pull(now.number)
    try:
        pull.edit(state="open")
    except Refused as refusal:
        if refusal.status == UNPROCESSABLE:
            return None
        raise
    return pull_from(pull)


def _open(repo: Repository, wanted: PullRequest) -> Pull:
    title, body = wanted.title or "", wanted.body or ""
    try:
        pull = repo.create_pull(wanted.base, wanted.branch, title=title, body=body, draft=wanted.draft)
    except Refused as refusal:
        if "already exists" in refusal.said:
            raise Interrupted("PR 刚刚由另一个任务建立", wanted.branch, "请重新运行本任务") from None
        raise
    return pull_from(pull)


def _title_of_draft(pull: github.PullRequest.PullRequest, title: str) -> str:
    """Private repositories of free plans have no drafts, and some jobs may make none: then the title says it."""
    try:
        pull.convert_to_draft()
    except Refused:
        return f"{NOT_READY}{title.removeprefix(NOT_READY)}"
    return title


def _title_of_ready(pull: github.PullRequest.PullRequest, now: Pull, title: str) -> str:
    if not now.marked:
        pull.mark_ready_for_review()
    return title.removeprefix(NOT_READY)


def _edit(repo: Repository, wanted: PullRequest, now: Pull) -> Pull:
    if not now.open:
        return now
    pull = repo.get_pull(now.number)
    title = now.title if wanted.title is None else wanted.title
    if wanted.open and now.draft != wanted.draft:
        title = _title_of_draft(pull, title) if wanted.draft else _title_of_ready(pull, now, title)
    changes: dict[str, Any] = {} if wanted.open else {"state": "closed"}
    if title != now.title:
        changes["title"] = title
    if wanted.body is not None and plain(wanted.body) != plain(now.body):
        changes["body"] = wanted.body
    if not changes:
        return now
    pull.edit(**changes)
    return pull_from(pull)
