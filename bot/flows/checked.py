"""What `curate check` comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.lint.finding import Finding, Place

if TYPE_CHECKING:
    from bot.web.model import Fact

NO_FACTS: Mapping[str, Fact] = MappingProxyType({})  # of links that nobody has looked at


@dataclass(frozen=True)
class Checked:
    """`entries` is how many were judged, 0 where no whole list was."""

    findings: tuple[Finding, ...]
    entries: int = 0


def seen_from(checked: Checked, folder: str) -> Checked:
    """The same with paths as they are for whoever stands above the list: GitHub, at the top of a repository."""
    if folder in {"", "."}:
        return checked
    findings = (
        replace(
            finding,
            place=_below(folder, finding.place),
            related=tuple(_below(folder, other) for other in finding.related),
        )
        for finding in checked.findings
    )
    return replace(checked, findings=tuple(findings))


def _below(folder: str, place: Place) -> Place:
    return replace(place, file=f"{folder}/{place.file}")


def together(parts: Iterable[Checked]) -> Checked:
    """Several files as one."""
    checked = tuple(parts)
    findings = tuple(finding for part in checked for finding in part.findings)
    return Checked(findings, sum(part.entries for part in checked))
