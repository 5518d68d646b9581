"""What should be on GitHub: the state wanted, not a list of calls. Plain data: no token, no client, no clock.

Writing it twice, or after a crash half way, ends in the same place. The order is issue state, commit and branch, pull
request, check run, labels, reactions, and **the comment last**: what the comment's marker remembers as done has then
really been done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Reaction = Literal["+1", "-1", "confused", "eyes", "rocket"]
Conclusion = Literal["success", "neutral", "failure", "action_required"]
Level = Literal["notice", "warning", "failure"]

CHECK_NAME = "curate"
PULL = "\x00pull\x00"  # stands in Comment.text for the pull request's number, which is known once it is open


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
class TrackingIssue:
    """The one issue that the bot itself keeps; closed as completed where all is well."""

    title: str
    body: str
    open: bool


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


def comment_text(comment: Comment, pull: int | None) -> str:
    """The text to write, once it is known whether there is a pull request and which."""
    return comment.text.replace(PULL, f"#{pull}" if pull else "尚未建立（维护者请看本次运行的摘要）")
