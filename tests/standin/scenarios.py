"""What happens to submissions, step by step; each ends with one delivery that tests may disturb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lists
import pytest
from disturbed import FAULTS, SPENT, Killed, killed_after, picture
from filled import fix_entry, new_entry
from standin import AUTHOR, MAINTAINER, OWNER, Standin

from bot.errors import Interrupted
from bot.flows.refresh import decide as decide_refresh
from bot.flows.retry_loop import deliver, deliver_refresh
from bot.flows.submit import decide
from bot.github.decision import Decision
from bot.github.snapshot import Snapshot


@dataclass
class Stage:
    """A list on the stand-in, people who act, and the bot that answers each of them."""

    server: Standin
    root: Path
    rests: list[float] = field(default_factory=list)
    logins: dict[int, str] = field(default_factory=dict)
    first: int = 0
    last: int = 0
    before_apply: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self.server.reset()
        lists.push(self.server, lists.files_of(self.root))
        self.hub = self.server.connection(self.server.job_token())
        people = (AUTHOR, MAINTAINER, OWNER)
        self.author, self.maintainer, self.owner = map(self.server.as_person, people)
        self.owner.add_to_collaborators(MAINTAINER, "maintain")

    def open(self, name: str, login: str = AUTHOR) -> int:
        number = self.server.as_person(login).create_issue("收录", body=body_of(name)).number
        self.first, self.last = self.first or number, number
        self.logins[number] = login
        return number

    def edit(self, number: int, name: str) -> None:
        self.server.as_person(self.logins[number]).get_issue(number).edit(body=body_of(name))

    def submit(self, number: int) -> str:
        return deliver(self.hub, number, self.root, self._decide, self.rests.append)

    def _decide(self, root: Path, snapshot: Snapshot) -> Decision:
        decision = decide(root, snapshot)
        self.before_apply()
        return decision

    def refresh(self) -> None:
        deliver_refresh(self.hub, self.root, decide_refresh, self.rests.append)

    def live_pull(self, number: int) -> Any:
        """The open pull request of issue `number`, if there is one."""
        return next((p for p in self.owner.get_pulls() if p.head.ref == f"curate/issue-{number}"), None)

    def pull(self, number: int) -> Any:
        """The pull request of issue `number`."""
        return next(p for p in self.author.get_pulls(state="all") if p.head.ref == f"curate/issue-{number}")


def body_of(name: str) -> str:
    """A sound submission, or one to mend where the name is empty; for "Calling", which is listed, a correction."""
    if name == "Calling":
        return fix_entry(name)
    return new_entry(name) if name else new_entry("Gamma", link="没有网址")


def opened(stage: Stage) -> Callable[[], None]:
    number = stage.open("Gamma")
    return lambda: stage.submit(number)


def edited(stage: Stage) -> Callable[[], None]:
    """Right, and right again with another name."""
    number = stage.open("Gamma")
    stage.submit(number)
    stage.edit(number, "Delta")
    return lambda: stage.submit(number)


def spoiled(stage: Stage) -> Callable[[], None]:
    """Edited until it is wrong: the pull request becomes a draft."""
    number = stage.open("Gamma")
    stage.submit(number)
    stage.edit(number, "")
    return lambda: stage.submit(number)


def mended(stage: Stage) -> Callable[[], None]:
    """Wrong, then right under another name: ready again, with another file."""
    number = stage.open("Gamma")
    stage.submit(number)
    stage.edit(number, "")
    stage.submit(number)
    stage.edit(number, "Delta")
    return lambda: stage.submit(number)


def reopened(stage: Stage) -> Callable[[], None]:
    """Closed by a maintainer, edited, and opened again on command."""
    number = stage.open("Gamma")
    stage.submit(number)
    stage.maintainer.get_pull(stage.pull(number).number).edit(state="closed")
    stage.edit(number, "Delta")
    stage.submit(number)
    stage.maintainer.get_issue(number).create_comment("/reopen")
    return lambda: stage.submit(number)


def merged(stage: Stage) -> Callable[[], None]:
    """Merged: the issue is closed, its comment and labels say so."""
    number = stage.open("Gamma")
    stage.submit(number)
    stage.pull(number).merge()
    return lambda: stage.submit(number)


def refreshed(stage: Stage) -> Callable[[], None]:
    """One of two is merged, the other is rebuilt."""
    numbers = [stage.open(name) for name in ("Gamma", "Delta")]
    for number in numbers:
        stage.submit(number)
    stage.owner.get_pull(stage.pull(numbers[0]).number).merge()
    return stage.refresh


def crowded(stage: Stage) -> Callable[[], None]:
    """One of a dozen is merged, the others are rebuilt: more than a page of them where a page is small."""
    numbers = [stage.open(f"Gamma{letter}", f"author-{at // 4}") for at, letter in enumerate("lkjihgfedcba")]
    for number in numbers:
        stage.submit(number)
    stage.owner.get_pull(stage.pull(numbers[5]).number).merge()
    return stage.refresh


SCENARIOS = {step.__name__: step for step in (opened, edited, spoiled, mended, reopened, merged, refreshed)}


class Trial:
    """A scenario played up to its last delivery, which can then be run any number of times from the same state."""

    def __init__(self, server: Standin, root: Path, scenario: str) -> None:
        self.stage = Stage(server, root)
        self.act = {**SCENARIOS, "crowded": crowded}[scenario](self.stage)
        server.control("POST", "save")
        before = len(server.log())
        self.act()
        self.requests = server.log()[before:]
        self.expected = picture(server)

    def disturbed(self, how: str, number: int) -> dict[str, Any]:
        """The picture after request `number` (from 1) was disturbed and the event, where need be, came again."""
        server = self.stage.server
        server.control("POST", "restore")
        if how == "killed":
            with pytest.raises(Killed), killed_after(number):
                self.act()
            self.act()
            return picture(server)
        if how == "spent":
            server.fault(**SPENT, skip=number - 1)
            with pytest.raises(Interrupted, match="GitHub 要求等到"):
                self.act()
            self.act()
            return picture(server)
        rested = len(self.stage.rests)
        server.fault(**FAULTS[how], skip=number - 1)
        self.act()
        assert len(self.stage.rests) == rested + 1
        return picture(server)
