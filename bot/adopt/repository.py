"""Where a list lives on GitHub: read from the address of a git remote, and the pages of its settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

GITHUB = "github.com"
_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_REMOTE = re.compile(
    rf"(?:(?:https?|ssh|git)://(?:[^/@\s]*@)?(?P<host>[\w.-]+)(?::\d+)?/|(?:[\w-]+@)?(?P<short>[\w.-]+):(?!/))"
    rf"(?P<path>{_NAME}(?:/{_NAME})+?)(?:\.git)?/?",
)
_ACTION = re.compile(rf"({_NAME}/{_NAME})@([0-9a-f]{{40}})")


@dataclass(frozen=True, slots=True)
class Repository:
    host: str
    path: str

    @property
    def url(self) -> str:
        return f"https://{self.host}/{self.path}"

    @property
    def on_github(self) -> bool:
        return self.host == GITHUB and self.path.count("/") == 1


@dataclass(frozen=True, slots=True)
class Action:
    """The bot at one commit, as a workflow names it; `published` unless nobody else may have that commit yet."""

    repository: str
    commit: str
    published: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        return f"{self.repository}@{self.commit}"


def read_repository(address: str) -> Repository | None:
    """`git@github.com:owner/name.git` and the other ways to write it; None for a path on the disk and the like."""
    found = _REMOTE.fullmatch(address.strip())
    if not found:
        return None
    host = (found["host"] or found["short"]).lower().removeprefix("www.")
    return Repository(GITHUB if host == "ssh.github.com" else host, found["path"].removesuffix(".git"))


def read_action(text: str) -> Action | None:
    """`owner/name@commit`; a branch or a tag may move, so nothing else will do."""
    found = _ACTION.fullmatch(text.strip())
    return Action(found[1], found[2]) if found else None
