"""What `curate check` comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.lint.finding import Finding


@dataclass(frozen=True)
class Checked:
    """`entries` is how many were judged, 0 where no whole list was."""

    findings: tuple[Finding, ...]
    entries: int = 0


def together(parts: Iterable[Checked]) -> Checked:
    """Several files as one."""
    checked = tuple(parts)
    findings = tuple(finding for part in checked for finding in part.findings)
    return Checked(findings, sum(part.entries for part in checked))
