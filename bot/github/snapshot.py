"""What is on GitHub, read anew in every run: plain data, no token, no client, no clock.

read ──▶ Snapshot ──flows.submit.decide───▶ Decision ──▶ write: only what differs
read ──▶ OpenWork ──flows.refresh.decide──▶ Refresh per branch ──▶ the same
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Permission = Literal["admin", "maintain", "write", "triage", "read", "none"]

BRANCH_PREFIX = "curate/issue-"
NOT_READY = "［还不能合并］"


@dataclass(frozen=True, slots=True)
class User:
    """`bot` is true when GitHub's `type` is "Bot" or the login ends in "[bot]"."""

    login: str
    id: int
    bot: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """`body` is "" when GitHub says null, line ends untouched. Times are ISO 8601 as sent, or ""."""

    number: int
    title: str
    body: str
    author: User
    open: bool = True
    labels: frozenset[str] = frozenset()
    created_at: str = ""
    closed_at: str = ""


@dataclass(frozen=True, slots=True)
class IssueComment:
    """`own_reactions`: those the bot itself has left (needed only where the first line starts with "/")."""

    id: int
    author: User
    body: str
    created_at: str = ""
    updated_at: str = ""
    own_reactions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BranchCommit:
    """A commit of a bot branch that main lacks. `author`: the GitHub login, else the e-mail."""

    sha: str
    author: str
    message: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch `curate/issue-N`, compared with its merge base with the default branch.

    `base` is that merge base; `records` holds each changed file under catalog/ with its text at the head
    (None: deleted); `others` are the other changed paths; `commits` oldest first.
    """

    name: str
    sha: str
    base: str
    commits: tuple[BranchCommit, ...] = ()
    records: Mapping[str, str | None] = field(default_factory=dict)
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request of this repository (never of a fork) whose head is a bot branch.

    `draft`: not ready to be merged, which its title says (NOT_READY) where GitHub refuses drafts, so that it is
    `marked`. `armed`: GitHub merges it by itself as soon as it may. `branch` is None when the branch is gone.
    `comments` (all pages) are filled only for refresh.
    """

    number: int
    head: str
    title: str
    body: str
    author: User
    open: bool = True
    merged: bool = False
    draft: bool = False
    closed_at: str = ""
    armed: bool = False
    marked: bool = False
    branch: Branch | None = None
    comments: tuple[IssueComment, ...] = ()

    @property
    def issue(self) -> int:
        """The issue it belongs to; 0 when the head is not a bot branch."""
        return issue_of(self.head)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that `flows.submit.decide` may know of GitHub, read anew in every run (not taken from the event).

    repository   "owner/name"; `default_branch` as GitHub names it now
    base         the commit the catalog at hand was read from (the checkout's HEAD): parent of what we commit
    me           who the token is: comments and commits by this user are ours
    comments     every comment of the issue, all pages, oldest first
    permissions  login → permission, asked from the permission endpoint, for the issue's author and for
                 each author of a comment that starts with "/"; a login missing here has none
    branch       `curate/issue-N`, with or without a pull request
    pull         the newest pull request from that branch, open or not
    others       every other open pull request from a bot branch, with its `branch`, all pages
    open_by_author  the open issues of this issue's author, all pages (this one included)
    """

    repository: str
    default_branch: str
    base: str
    me: User
    issue: Issue
    comments: tuple[IssueComment, ...] = ()
    permissions: Mapping[str, Permission] = field(default_factory=dict)
    branch: Branch | None = None
    pull: Pull | None = None
    others: tuple[Pull, ...] = ()
    open_by_author: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenWork:
    """All that `flows.refresh.decide` may know: every open pull request from a bot branch, with comments."""

    repository: str
    default_branch: str
    base: str
    me: User
    pulls: tuple[Pull, ...] = ()


def branch_of(issue: int) -> str:
    return f"{BRANCH_PREFIX}{issue}"


def issue_of(branch: str) -> int:
    """The issue's number in a bot branch's name; 0 for any other name."""
    number = branch.removeprefix(BRANCH_PREFIX)
    return int(number) if number != branch and number.isascii() and number.isdigit() else 0
