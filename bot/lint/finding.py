"""What a rule says, and where: data, from which reports make sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.catalog.model import Record

Severity = Literal["error", "warning", "info"]


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


def place(record: Record, key: str = "name", line: int = 0) -> Place:
    """The place of a record's key, or of the given line in its file."""
    return Place(record.slug, record.file, line or record.line(key))
