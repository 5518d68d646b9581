"""Texts compared without case and blanks."""

from __future__ import annotations


def squeezed(text: str) -> str:
    """Without blanks, in lower case: `Open Assistant` and `openassistant` are one."""
    return "".join(text.split()).casefold()
