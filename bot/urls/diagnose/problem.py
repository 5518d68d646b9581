"""What is wrong with a URL."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UrlProblem:
    """`message` and `fix` are Chinese without a full stop; `message` goes right after the quoted URL.

    `repaired` is the URL without the fault, or "" where nobody can be sure. `likely` is the best guess where there is
    no repair: too little to show, enough to compare by.
    """

    message: str
    fix: str
    repaired: str = ""
    likely: str = ""
