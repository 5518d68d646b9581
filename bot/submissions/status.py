"""Whether a submission is still being worked on: from the issue, its pull request and what people ordered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.github.decision import IssueState
from bot.github.snapshot import Snapshot
from bot.submissions.comment_state import Memory
from bot.submissions.orders import Orders

Stand = Literal["active", "held", "withdrawn", "closed", "merged"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` None: leave the issue as it is. `memory` is what to remember of it."""

    stand: Stand
    state: IssueState | None
    memory: Memory


def read_standing(now: Snapshot, orders: Orders, memory: Memory) -> Standing:
    """An ending is carried out once; what people then do by hand is respected."""
    pull = now.pull
    if pull and pull.merged:
        return _ended("merged", now, memory, "merged", IssueState(open=False, reason="completed"))
    key = f"withdraw {orders.withdrawn}"
    if orders.withdrawn and not (memory.done == key and now.issue.open):
        return _ended("withdrawn", now, memory, key, IssueState(open=False, reason="not_planned"))
    if not now.issue.open and not _after(orders.reopened, now.issue.closed_at):
        return _ended("closed", now, memory, memory.done, None)
    state = None if now.issue.open else IssueState(open=True)
    if pull and not pull.open and memory.shut != pull.number and not _after(orders.reopened, pull.closed_at):
        return Standing("held", state, memory)
    return Standing("active", state, replace(memory, shut=0) if pull and pull.open else memory)


def _ended(stand: Stand, now: Snapshot, memory: Memory, done: str, state: IssueState | None) -> Standing:
    ours = now.pull.number if now.pull and now.pull.open else memory.shut
    return Standing(stand, None if memory.done == done else state, replace(memory, done=done, shut=ours))


def _after(order: str, moment: str) -> bool:
    """GitHub's times compare as text; an order in the same second came after what it answers."""
    return bool(order) and order >= moment
