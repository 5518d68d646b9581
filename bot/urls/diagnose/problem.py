"""What a step finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UrlProblem:
    """`message` and `fix` are Chinese without a full stop; `message` goes right after the quoted URL.

    `repaired` is the URL without this fault, or "" where nobody can be sure.
    """

    message: str
    fix: str
    repaired: str = ""
