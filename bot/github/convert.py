"""PyGithub's objects → our nouns. What a list of them leaves out is not read: PyGithub would fetch each one again."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import github.Commit
import github.Issue
import github.IssueComment
import github.PullRequest
from github.GithubException import IncompletableObject
from github.NamedUser import NamedUser
from github.Organization import Organization

from bot.github.snapshot import NOT_READY, Branch, BranchCommit, Issue, IssueComment, Pull, User


def user_from(user: NamedUser | Organization | None) -> User:
    """An account that was deleted is GitHub's "ghost"."""
    if user is None:
        return User("ghost", 0)
    return User(user.login, user.id, bot=user.type == "Bot" or user.login.endswith("[bot]"))


def issue_from(issue: github.Issue.Issue) -> Issue:
    return Issue(
        number=issue.number,
        title=issue.title,
        body=issue.body or "",
        author=user_from(issue.user),
        open=issue.state == "open",
        labels=frozenset(label.name for label in issue.labels),
        created_at=_text(issue.created_at),
        closed_at=_text(issue.closed_at),
    )


def comment_from(comment: github.IssueComment.IssueComment, own_reactions: frozenset[str]) -> IssueComment:
    author, created, updated = user_from(comment.user), _text(comment.created_at), _text(comment.updated_at)
    return IssueComment(comment.id, author, comment.body or "", created, updated, own_reactions)


def pull_from(
    pull: github.PullRequest.PullRequest, branch: Branch | None = None, comments: tuple[IssueComment, ...] = ()
) -> Pull:
    marked = pull.title.startswith(NOT_READY)
    return Pull(
        number=pull.number,
        head=pull.head.ref,
        title=pull.title,
        body=pull.body or "",
        author=user_from(pull.user),
        open=pull.state == "open",
        merged=bool(pull.merged_at),
        draft=pull.draft or marked,
        marked=marked,
        closed_at=_text(pull.closed_at),
        armed=bool(pull.auto_merge),
        branch=branch,
        comments=comments,
    )


def commit_from(commit: github.Commit.Commit) -> BranchCommit:
    author = commit.commit.author.email
    with suppress(IncompletableObject):  # GitHub sends {} as the author of some
        author = commit.author.login if commit.author else author
    return BranchCommit(commit.sha, author, commit.commit.message)


def _text(time: datetime | None) -> str:
    """As GitHub sent it."""
    return time.isoformat().replace("+00:00", "Z") if time else ""
