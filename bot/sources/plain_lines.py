"""The lines of a YAML file as our writer writes it, taken one after another.

Anything else raises Doubt: only a parser can tell what it means.
"""

from __future__ import annotations

from bot.catalog.value_syntax import NULLS

_NOT_FIRST = frozenset(" -?:,[]{}#&*!|>'%@`")  # what no plain value begins with, or only one that needs a second look


class Doubt(Exception):
    """Not an error: a file that has to be read the long way."""


class Lines:
    """The lines of a file, and the one to be read next."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.at = 0

    def block(self) -> str:
        """A literal block, two blanks deep, without the line ends after it."""
        first, last = self.at, len(self.lines) - 1
        while (line := self.lines[self.at])[:2] == "  " or (not line and self.at < last):
            if line[-1:] == " ":
                raise Doubt
            self.at += 1
        text = "\n".join([line[2:] for line in self.lines[first : self.at]])
        if text[:1] in {"", " ", "\n"}:
            raise Doubt
        return text.rstrip("\n")

    def items(self) -> list[str]:
        """A list of values, one a line."""
        first = self.at
        while self.lines[self.at][:4] == "  - ":
            self.at += 1
        return [scalar(line[4:]) for line in self.lines[first : self.at]]

    def pairs(self, indent: str, first: str = "") -> list[tuple[str, str, int]]:
        """The lines of a mapping, each as (key, value, line); `first` is the indent of the one with a dash."""
        found: list[tuple[str, str, int]] = []
        at, deep = self.at, len(indent)
        while (start := self.lines[at][:deep]) == indent or (start == first and not found):
            key, _, value = self.lines[at][deep:].partition(": ")
            at += 1
            found.append((key, scalar(value), at))
        self.at = at
        return found


def scalar(raw: str) -> str:
    """A value in one line, plain or in double quotes."""
    if raw[:1] == '"':
        if len(raw) < 2 or raw.find('"', 1) != len(raw) - 1 or "\\" in raw:
            raise Doubt
        return raw[1:-1]
    if raw in NULLS or raw[0] in _NOT_FIRST or raw[-1] in " :" or ": " in raw or " #" in raw:
        raise Doubt
    return raw
