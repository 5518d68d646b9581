"""Makes GitHub match a Decision or a Refresh: reads little, writes only what differs, the comment last.

Every step can be the last one before a crash: the next run reads the new state, decides again, and goes on.
Where two runs meet, the slower one raises Interrupted and begins again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import github.Issue
from github.Repository import Repository

from bot.errors import Gone, Interrupted, Refused
from bot.github.client import plain
from bot.github.decision import Comment, Decision, IssueState, Label, Labels, Refresh, comment_text
from bot.github.read import Head
from bot.github.read_comments import comments_of
from bot.github.snapshot import IssueComment, Pull, Snapshot
from bot.github.write_check import report
from bot.github.write_pull import settle

IsOwn = Callable[[IssueComment], bool]  # whether it is the bot's sticky comment, not another of its comments


def apply(repo: Repository, at: Head, decision: Decision, now: Snapshot, is_own: IsOwn) -> None:
    """Raises Refused or Interrupted; what was done before that stays done."""
    issue = repo.get_issue(decision.issue)
    if decision.state and decision.state.open != now.issue.open:
        _set_state(issue, decision.state)
    pull, sha = now.pull, now.branch.sha if now.branch else ""
    if decision.pull:
        pull, sha = settle(repo, at, decision.pull, now.pull, now.branch, disarm=True)
    if decision.check and sha:
        report(repo, sha, decision.check, fresh=not now.branch or sha != now.branch.sha)
    if decision.labels:
        _label(repo, issue, decision.labels, now.issue.labels)
    for comment, reaction in decision.reactions.items():
        _react(issue, comment, reaction, now.comments)
    if decision.comment:
        text = comment_text(decision.comment, pull.number if pull else None)
        _say(repo, decision.issue, replace(decision.comment, text=text), now.comments, is_own)


def refresh(repo: Repository, at: Head, wanted: Refresh, now: Pull, is_own: IsOwn) -> None:
    """The same for one open pull request after the default branch moved."""
    _, sha = settle(repo, at, wanted.pull, now, now.branch)
    if wanted.check and sha:
        report(repo, sha, wanted.check, fresh=not now.branch or sha != now.branch.sha)
    if wanted.note:
        _say(repo, now.number, wanted.note, now.comments, is_own)


def _set_state(issue: github.Issue.Issue, state: IssueState) -> None:
    if state.open or not state.reason:
        issue.edit(state="open" if state.open else "closed")
    else:
        issue.edit(state="closed", state_reason=state.reason)


def _label(repo: Repository, issue: github.Issue.Issue, labels: Labels, has: frozenset[str]) -> None:
    """Label names differ only by more than case on GitHub."""
    there = {name.casefold() for name in has}
    wanted = {label.name.casefold() for label in labels.wanted}
    missing = [label for label in labels.wanted if label.name.casefold() not in there]
    if missing:
        known = {label.name.casefold() for label in repo.get_labels()}
        for label in missing:
            if label.name.casefold() not in known:
                _create(repo, label)
        issue.add_to_labels(*(label.name for label in missing))
    managed = {name.casefold() for name in labels.managed}
    for name in sorted(has):
        if name.casefold() in managed - wanted:
            with suppress(Gone):  # someone else took it off
                issue.remove_from_labels(name)


def _create(repo: Repository, label: Label) -> None:
    try:
        repo.create_label(label.name, label.colour, label.description)
    except Refused:
        with suppress(Gone):
            repo.get_label(label.name).complete()
            return  # another run was faster
        raise


def _react(issue: github.Issue.Issue, comment: int, reaction: str, comments: tuple[IssueComment, ...]) -> None:
    if any(c.id == comment and reaction in c.own_reactions for c in comments):
        return
    with suppress(Gone):  # its author deleted it meanwhile
        issue.get_comment(comment).create_reaction(reaction)


def _say(repo: Repository, number: int, comment: Comment, comments: tuple[IssueComment, ...], is_own: IsOwn) -> None:
    """Edit the one comment, or post it; take back what runs at the same moment posted beside it."""
    issue = repo.get_issue(number)
    shown = {c.id: c.body for c in comments}
    posted = 0
    if comment.id is None:
        posted = issue.create_comment(comment.text).id
        comments = comments_of(repo, number)
    elif plain(shown.get(comment.id, "")) != plain(comment.text):
        issue.get_comment(comment.id).edit(comment.text)
    ours = sorted(c.id for c in comments if is_own(c))
    for twin in ours[1:]:
        with suppress(Gone):
            issue.get_comment(twin).delete()
    if posted and ours[:1] != [posted]:
        raise Interrupted("另一个任务刚刚发出了同一条留言", f"#{number}", "请重新运行本任务")
