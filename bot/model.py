"""The nouns every other module speaks: what a list is made of, and what is said of it.

The former stand in a module of their own, which is all that a page is made with: each frozen dataclass costs half
a millisecond of every start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeVar, cast

from bot.catalog.model import (
    Catalog,
    Kind,
    Link,
    LinkType,
    ListFile,
    Mistake,
    Record,
    Relation,
    RelationType,
    Section,
    SectionEntry,
    Status,
    display_order,
    leads,
    retells,
)

__all__ = [
    "Catalog", "Evidence", "Finding", "Kind", "Link", "LinkType", "ListFile", "Mistake", "Page", "Place", "Record",
    "Relation", "RelationType", "Section", "SectionEntry", "Severity", "Status", "display_order", "leads", "place",
    "retells",
]  # fmt: skip

T = TypeVar("T")

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-kept page as it stands: its path and its Markdown. Links within it lead to what it holds."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding (or a thing related to it) stands; `column` is 0 where only the line is known."""

    record: str
    file: str
    line: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says: the sentence, where, the facts it rests on, and how to mend it.

    The registry fills `code`, and `severity` where the rule left it open. `stops` says that no page can be made while
    it stands, so that no waiver helps.
    """

    message: str
    fix: str
    place: Place
    evidence: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    code: str = ""
    severity: Severity | None = None
    stops: bool = False

    @property
    def records(self) -> tuple[str, ...]:
        """The slugs of the records it is about, that of its place first; empty ones for what belongs to none."""
        return self.place.record, *(other.record for other in self.related)


@dataclass(frozen=True)
class Evidence:
    """All a rule may look at, gathered before any rule runs.

    `subjects` are the records being judged (all of them, or one submission); `today` is the day up to which a
    date counts as past, given by the edge; `stale` names generated files that differ from what the catalog makes,
    each with the command that renews it; `pages` are hand-kept pages that the subjects were read from; `new` is
    whether the one subject asks to be let in.
    """

    catalog: Catalog
    subjects: tuple[Record, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    today: date = date.max
    stale: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    new: bool = False
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[Evidence], T]) -> T:
        """`make(self)`, worked out by the first rule that asks and shared with the others under that name."""
        if name not in self.memo:
            self.memo[name] = make(self)
        return cast("T", self.memo[name])


def place(record: Record, key: str = "name", line: int = 0) -> Place:
    """The place of a record's key, or of the given line in its file."""
    return Place(record.slug, record.file, line or record.line(key))
