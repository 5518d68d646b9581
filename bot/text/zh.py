"""How lists, quotations and invisible characters are written in Chinese sentences."""

from __future__ import annotations

from collections.abc import Iterable


def join(parts: Iterable[str]) -> str:
    """「甲、乙、丙」."""
    return "、".join(parts)


def visible(text: str) -> str:
    """What has no shape of its own (line ends, escape sequences, bytes that are no text) as a backslash and a code."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode() for c in text)


def quote(text: str, most: int = 60) -> str:
    """A value in Chinese quotation marks, cut where it would fill the screen, safe on a terminal."""
    return f"“{visible(text if len(text) <= most else text[: most - 1] + '…')}”"
