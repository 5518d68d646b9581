"""What is planned: edits of a page, and records to be written anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.catalog.model import Record
from bot.lint.finding import Finding
from bot.lint.wording import identity

Changes = dict[str, tuple[bytes, bytes | None]]  # path → old bytes, new bytes; None for a file that goes


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a page become `new`; `what` says it in Chinese, `finding` is what it mends.

    `url` is the address as it was read there and as it shall be read; both empty where an entry is removed or dated,
    and `gone` is then the slug of the entry removed, if any.
    """

    start: int
    end: int
    new: str
    finding: Finding
    what: str
    url: tuple[str, str] = ("", "")
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A record of the catalog is to be `new`, or to go where that is None."""

    old: Record
    new: Record | None
    finding: Finding
    what: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done about a finding: where (1-based line of the text it was done to) and what, in Chinese."""

    finding: Finding
    file: str
    line: int
    what: str


@dataclass(frozen=True)
class Fixed:
    """What a fix comes to: the files to change, none where nothing is to be done.

    `left` are the findings once it is written; `now` are those of them that stand already, at the lines of today.
    `notes` are sentences on what was left alone and why.
    """

    files: Changes
    steps: tuple[Step, ...]
    left: tuple[Finding, ...]
    now: tuple[Finding, ...]
    notes: tuple[str, ...] = field(default=())


def still(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of `before` that are there afterwards, wherever they stand then."""
    kept = {(finding.place.file, identity(finding)) for finding in after}
    return tuple(finding for finding in before if (finding.place.file, identity(finding)) in kept)
