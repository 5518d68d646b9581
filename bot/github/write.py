"""Makes GitHub match a Decision or a Refresh: reads little, writes only what differs, the comment last.

Every step can be the last one before a crash: the next run reads the new state, decides again, and goes on.
Where two runs meet, the slower one raises Interrupted and begins again.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from bot.errors import Gone, Interrupted, Refused
from bot.github.check import report
from bot.github.client import Hub, plain, quoted
from bot.github.comments import comments_of
from bot.github.model import Comment, Decision, IssueComment, Label, Labels, Pull, Refresh, Snapshot, comment_text
from bot.github.pull import settle
from bot.github.read import Head
from bot.submissions.comment_state import own_comment


def apply(hub: Hub, at: Head, decision: Decision, now: Snapshot) -> None:
    """Raises Refused or Interrupted; what was done before that stays done."""
    number = decision.issue
    if decision.state and decision.state.open != now.issue.open:
        state = {"state": "open" if decision.state.open else "closed", "state_reason": decision.state.reason or None}
        hub.patch(f"issues/{number}", state)
    pull, sha = now.pull, now.branch.sha if now.branch else ""
    if decision.pull:
        pull, sha = settle(hub, at, decision.pull, now.pull, now.branch)
    if decision.check and sha:
        report(hub, sha, decision.check, fresh=not now.branch or sha != now.branch.sha)
    if decision.labels:
        _label(hub, number, decision.labels, now.issue.labels)
    for comment, reaction in decision.reactions.items():
        _react(hub, comment, reaction, now.comments)
    if decision.comment:
        text = comment_text(decision.comment, pull.number if pull else None)
        _say(hub, at, number, replace(decision.comment, text=text), now.comments)


def refresh(hub: Hub, at: Head, wanted: Refresh, now: Pull) -> None:
    """The same for one open pull request after the default branch moved."""
    _, sha = settle(hub, at, wanted.pull, now, now.branch)
    if wanted.check and sha:
        report(hub, sha, wanted.check, fresh=not now.branch or sha != now.branch.sha)
    if wanted.note:
        _say(hub, at, now.number, wanted.note, now.comments)


def _label(hub: Hub, issue: int, labels: Labels, has: frozenset[str]) -> None:
    """Label names differ only by more than case on GitHub."""
    there = {name.casefold() for name in has}
    wanted = {label.name.casefold() for label in labels.wanted}
    missing = [label for label in labels.wanted if label.name.casefold() not in there]
    if missing:
        known = {label["name"].casefold() for label in hub.pages("labels")}
        for label in missing:
            if label.name.casefold() not in known:
                _create(hub, label)
        hub.post(f"issues/{issue}/labels", {"labels": [label.name for label in missing]})
    managed = {name.casefold() for name in labels.managed}
    for name in sorted(has):
        if name.casefold() in managed - wanted:
            with suppress(Gone):  # someone else took it off
                hub.delete(f"issues/{issue}/labels/{quoted(name)}")


def _create(hub: Hub, label: Label) -> None:
    try:
        hub.post("labels", {"name": label.name, "color": label.colour, "description": label.description})
    except Refused:
        if hub.find(f"labels/{quoted(label.name)}") is None:  # else another run was faster
            raise


def _react(hub: Hub, comment: int, reaction: str, comments: tuple[IssueComment, ...]) -> None:
    if any(c.id == comment and reaction in c.own_reactions for c in comments):
        return
    with suppress(Gone):  # its author deleted it meanwhile
        hub.post(f"issues/comments/{comment}/reactions", {"content": reaction})


def _say(hub: Hub, at: Head, issue: int, comment: Comment, comments: tuple[IssueComment, ...]) -> None:
    """Edit the one comment, or post it; take back what runs at the same moment posted beside it."""
    shown = {c.id: c.body for c in comments}
    if comment.id is None:
        posted: int = hub.post(f"issues/{issue}/comments", {"body": comment.text})["id"]
        comments = comments_of(hub, issue)
    elif plain(shown.get(comment.id, "")) != plain(comment.text):
        hub.patch(f"issues/comments/{comment.id}", {"body": comment.text})
    ours = sorted(c.id for c in comments if own_comment([c], at.me))
    for twin in ours[1:]:
        with suppress(Gone):
            hub.delete(f"issues/comments/{twin}")
    if comment.id is None and ours[:1] != [posted]:
        raise Interrupted("另一个任务刚刚发出了同一条留言", f"#{issue}", "请重新运行本任务")
