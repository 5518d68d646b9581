"""A Markdown page as lines: what every shape of entry reads. Lines are counted from 0 here, from 1 in records."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MARK = re.compile(r"\[//\]: # \(curate:sha256:([0-9a-f]+)\)")
BLANK = " \t\n"
_ENDINGS = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Found:
    """One link as written: its target, the text a reader sees, the 0-based line of the target, and how it is given.

    `kind` is `inline`, `reference`, `bare`, `html` or `broken` (meant as a link, and GitHub does not make it that).
    `start` and `end` are offsets in the text it was found in. `badge` says that the reader sees only an image.
    `written` is what stands there when GitHub makes something else of it, see `bot.catalog.model.Link`.
    """

    url: str
    label: str
    line: int
    kind: str
    start: int
    end: int
    badge: bool = False
    written: str = ""

    @property
    def outward(self) -> bool:
        """Whether it leads out of the page: a link to a heading of the page itself names nothing."""
        return bool(self.url) and not self.url.startswith(("#", "mailto:", "tel:", "javascript:"))


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `start` to `end` (not included) that are one thing: a heading, a list, a table, a paragraph …"""

    kind: str
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True)
class Page:
    """`lines` without their endings; `refs` maps a folded reference label to its URL."""

    lines: tuple[str, ...]
    refs: dict[str, str] = field(default_factory=dict)

    def text(self, start: int, end: int) -> str:
        return "\n".join(self.lines[start:end])


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of one entry and what was understood of them. `parent` is the first line of the entry it is part of."""

    start: int
    end: int
    shape: str
    name: str
    links: tuple[Found, ...] = ()
    parent: int = -1
    text: str = ""
    heading: str = ""


def page_lines(text: str) -> tuple[str, ...]:
    """The lines of `text`; a mark left by curate, a byte order mark, the kind of line
    ending and what is blank at the end are no part of them. The last one is empty.
    """
    text = _ENDINGS.sub("\n", text.lstrip("\ufeff")).rstrip(BLANK)
    body, _, last = text.rpartition("\n")
    if MARK.fullmatch(last):
        text = body.rstrip(BLANK)
    return (*text.split("\n"), "")


def marked(text: str) -> str:
    """The digest in the mark at the end of a page; empty where there is none."""
    found = MARK.fullmatch(text.rstrip(BLANK + "\r").rpartition("\n")[2])
    return found[1] if found else ""
