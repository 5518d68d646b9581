"""An issue that the bot opens and keeps itself: found by its author and by what its body says, never doubled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from github.Repository import Repository

from bot.github.client import plain
from bot.github.convert import issue_from
from bot.github.decision import TrackingIssue
from bot.github.read import Head
from bot.github.snapshot import Issue


def find(repo: Repository, at: Head, is_own: Callable[[str], bool]) -> Issue | None:
    """The oldest of our issues, open or not, whose body `is_own`."""
    login = f"{at.me.login.removesuffix('[bot]')}[bot]" if at.me.bot else at.me.login
    found = repo.get_issues(creator=login, state="all", sort="created", direction="asc")  # type: ignore[arg-type]
    issues = (issue for issue in found if issue.html_url.endswith(f"/issues/{issue.number}"))
    return next((issue_from(issue) for issue in issues if is_own(issue.body or "")), None)


def settle(repo: Repository, wanted: TrackingIssue, now: Issue | None) -> int:
    """Its number; 0 where there is none and none is wanted. What is so already is not written."""
    if now is None:
        return repo.create_issue(wanted.title, body=wanted.body).number if wanted.open else 0
    changes: dict[str, Any] = {}
    if plain(wanted.body) != plain(now.body):
        changes["body"] = wanted.body
    if wanted.open != now.open:
        changes |= {"state": "open"} if wanted.open else {"state": "closed", "state_reason": "completed"}
    if changes:
        repo.get_issue(now.number).edit(**changes)
    return now.number
