"""The nouns at the boundary to GitHub: what the edge reads (Snapshot) and what it must make true (Decision).

    edge reads ──▶ Snapshot ──flows.submit.decide──▶ Decision ──▶ edge writes only what differs
    edge reads ──▶ OpenWork ──flows.refresh.decide──▶ Refresh per branch ──▶ the same

Everything here is plain data: no token, no client, no clock. A decision is the state wanted, not a list of
calls; applying it twice, or after a crash half way, ends in the same place. The edge works in the order
issue state, commit and branch, pull request, check run, labels, reactions, and **the comment last**: what the
comment's marker remembers as done has then really been done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Permission = Literal["admin", "maintain", "write", "triage", "read", "none"]
Reaction = Literal["+1", "-1", "confused", "eyes", "rocket"]
Conclusion = Literal["success", "neutral", "failure", "action_required"]
Level = Literal["notice", "warning", "failure"]

BRANCH_PREFIX = "curate/issue-"
CHECK_NAME = "curate"
PULL = "\x00pull\x00"  # stands in Comment.text for the pull request's number, which only the edge learns


# What the edge reads ─────────────────────────────────────────────────────────────────────────────────────


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

    `branch` is None when the branch is gone. `comments` (all pages) are filled only for refresh.
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


# What the edge must make true ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Comment:
    """The one sticky comment: post it when `id` is None, else edit that one; PULL replaced by `comment_text`.

    Nothing is written when the text on GitHub already equals it.
    """

    text: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """`colour` is six hex digits without "#", for creating the label when the repository lacks it."""

    name: str
    colour: str
    description: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Of the `managed` labels the issue has exactly `wanted`; labels that are not managed are left alone."""

    wanted: tuple[Label, ...]
    managed: frozenset[str]


@dataclass(frozen=True, slots=True)
class IssueState:
    """`reason` is GitHub's state_reason when the issue is to be closed, else ""."""

    open: bool
    reason: Literal["", "completed", "not_planned"] = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit on top of `parent` with that tree plus `files` (None: delete), through the Git Data API.

    The branch's ref is created or moved (forced) to it, never deleted. The message ends with a digest of the
    files, so a branch whose single commit has this parent and this message needs nothing.
    """

    parent: str
    message: str
    files: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class PullRequest:
    """The pull request that should exist.

    `commit` None: leave the branch as it is. `title`/`body` None: leave them as they are. `number` None:
    create it (if `open`; otherwise nothing is created), else it is `number`. Reopening comes before moving the
    branch, as GitHub refuses to reopen after a forced push; refused all the same, a new one is created.
    Draft and ready need GraphQL (convertPullRequestToDraft, markPullRequestReadyForReview).
    """

    branch: str
    base: str
    open: bool
    draft: bool
    title: str | None = None
    body: str | None = None
    number: int | None = None
    commit: Commit | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """`path` in the repository, `line` 1-based."""

    path: str
    line: int
    level: Level
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A finished check named CHECK_NAME on the branch's head commit (the new one, if one was made).

    `digest` goes to `external_id`; a check on that commit with the same one needs nothing. At most 50
    annotations go into one request.
    """

    conclusion: Conclusion
    title: str
    summary: str
    annotations: tuple[Annotation, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What should be on GitHub for one issue; None or empty means: leave as it is.

    `reactions`: a comment's id → the reaction the bot should have left on it (none is ever removed).
    `summary` is Markdown for the job summary (and what `--dry-run` prints first).
    """

    issue: int
    summary: str
    comment: Comment | None = None
    labels: Labels | None = None
    state: IssueState | None = None
    pull: PullRequest | None = None
    check: CheckRun | None = None
    reactions: Mapping[int, Reaction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refresh:
    """What should be on GitHub for one open pull request after main moved.

    `note` is a sticky comment of the pull request itself (not of the issue), used when the bot steps back.
    """

    pull: PullRequest
    summary: str
    check: CheckRun | None = None
    note: Comment | None = None


# Small agreements both sides use ─────────────────────────────────────────────────────────────────────────


def branch_of(issue: int) -> str:
    return f"{BRANCH_PREFIX}{issue}"


def issue_of(branch: str) -> int:
    """The issue's number in a bot branch's name; 0 for any other name."""
    number = branch.removeprefix(BRANCH_PREFIX)
    return int(number) if number != branch and number.isascii() and number.isdigit() else 0


def comment_text(comment: Comment, pull: int | None) -> str:
    """The text to write, once it is known whether there is a pull request and which."""
    return comment.text.replace(PULL, f"#{pull}" if pull else "尚未建立（维护者请看本次运行的摘要）")
