"""What a rule says, and where: data, from which `lint.wording` makes sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.catalog.model import Record

Severity = Literal["error", "warning", "info"]
SEVERITIES: Mapping[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
Fix = Literal["", "link", "anchor", "merge"]
Kind = Literal["links", "doubles", "anchors", "text", "records"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding (or a thing related to it) stands; `column` is 0 where only the line is known."""

    record: str
    file: str
    line: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry that a sentence names: what it is called, and where it stands."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence: its name among the rule's CLAUSES, and what it speaks of."""

    name: str
    parts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says: which of its sentences, where, and what the sentence speaks of.

    The holes of the sentence are filled from `evidence`, the facts that programs are given too, and `parts`: text,
    numbers, dates, places, entries, clauses, or tuples of these. The engine fills `code`, `fix` (what a machine can
    do about it), and `severity` where the rule left it open. `stops` says that no page can be made while it stands,
    so that no waiver helps.
    """

    sentence: str
    place: Place
    evidence: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    code: str = ""
    severity: Severity | None = None
    stops: bool = False
    fix: Fix = ""

    @property
    def records(self) -> tuple[str, ...]:
        """The slugs of the records it is about, that of its place first; empty ones for what belongs to none."""
        return self.place.record, *(other.record for other in self.related)


def place(record: Record, key: str = "name", line: int = 0) -> Place:
    """The place of a record's key, or of the given line in its file."""
    return Place(record.slug, record.file, line or record.line(key))
