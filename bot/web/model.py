"""The nouns: an exchange with a server, what a look at an address showed, what is remembered of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Outcome = Literal["alive", "moved", "archived", "gone", "blocked", "unsure"]
OUTCOMES: tuple[Outcome, ...] = ("alive", "moved", "archived", "gone", "blocked", "unsure")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer. `error` is a code of `bot.web.wording` where there was no answer (status 0).

    Header names are lower case. `location` keeps the bytes of that header: servers write it in any encoding.
    """

    url: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    location: bytes = b""
    error: str = ""
    method: str = "GET"


@dataclass(frozen=True, slots=True)
class Project:
    """What the API of a site says of a repository, model, data set or paper. `name` is its name today."""

    kind: str
    name: str = ""
    archived: bool = False
    disabled: bool = False
    empty: bool = False
    gated: bool = False
    fork_of: str = ""
    homepage: str = ""
    description: str = ""
    licence: str = ""
    stars: int = 0
    created: str = ""
    pushed: str = ""
    branch: str = ""
    base_models: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at an address showed. `why` is a code of `bot.web.wording`, `id` the site's own for a project."""

    outcome: Outcome
    why: str = ""
    status: int = 0
    moved_to: str = ""
    title: str = ""
    id: str = ""
    project: Project | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What is remembered of an address: the last look, and since when it is bad.

    `first` and `looked` are the days of the first and the last look, `looks` on how many days it was looked at;
    `alive` is the last day on which something was there, `bad` are the days after it on which nothing was.
    `id` is the project's that was there first, `last.id` the one that is there now.
    """

    first: date
    looked: date
    looks: int
    last: Look
    alive: date | None = None
    bad: tuple[date, ...] = ()
    title: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of an address. `first_bad` is the day since which nothing is there."""

    outcome: Outcome
    why: str = ""
    status: int = 0
    moved_to: str = ""
    first_bad: date | None = None
    looks: int = 0

    @property
    def speaks(self) -> bool:
        """Whether a maintainer should hear of it."""
        return self.outcome in {"moved", "archived", "gone"} or self.why == "taken-over"
