"""What stands around the name and the link of an entry: marks for the pattern, and texts for its slots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.catalog.model import Link, is_url
from bot.markdown.visible import EMOJI, visible
from bot.readme.importer.words import DATED
from bot.readme.styles import parts as written
from bot.readme.styles.dates import date_slot
from bot.readme.styles.pattern_slots import width

_OPENS = '*_[(（【「“"《`'
_TAG = re.compile(r"<(?!br)\w+[^<>]*>", re.IGNORECASE)
_CLOSE = re.compile(r"(?:[.。?？!！:：,，](?=\*\*|__))?(?:\*\*|__|[*_\])）】」”\"》`]|</\w+>)*", re.IGNORECASE)
_SEPARATES = re.compile(r"[ \t]*(?:\n[ \t]*)+|[ \t]*[-–—:：,，~·|/]+[ \t]*|[ \t]+|")
_SEPARATORS = "-–—:：,，~·|/"
_LINKS = re.compile(rf"{written.LINK}(?:[^\w\[\]{{}}\n.]*{written.LINK})*")
_DATE = re.compile(r"[\s\[(（【*_]*(?:19|20)\d\d[-./年\d月日]*[\s\])）】*_]*")
_IS_DESCRIPTION = re.compile(r"(?<=[^\w:])description")


@dataclass
class Texts:
    """`parts` are those of the pattern so far; `day` is the date of the last update as the page says, `updated` the
    same once it has a slot.
    """

    number: int = 1
    day: date | None = None
    columns: Sequence[str] = ()
    updated: date | None = None
    parts: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    description: str = ""
    _free: list[tuple[int, str]] = field(default_factory=list)  # index in `parts` and text of what may describe

    def literal(self, text: str) -> None:
        if text:
            self.parts.append(text)

    def slot(self, key: str, value: str, after: str = "") -> None:
        number, free = 1, key
        while free in self.extra:
            number += 1
            free = f"{key} {number}"
        self.parts.append(f"{{extra:{free}{after}}}")
        self.extra[free] = value

    def lead(self, text: str) -> None:
        """What stands before name and link: a mark or a date, then what opens emphasis."""
        at = opening(text)
        self.said(text[:at], _kind(text[:at]))
        self.literal(text[at:])

    def middle(self, text: str) -> None:
        """What stands between name and link."""
        begin = closing(text)
        end = opening(text, begin)
        self.literal(text[:begin])
        self._described(text[begin:end])
        self.literal(text[end:])

    def tail(self, text: str) -> tuple[Link, ...]:
        """What stands behind name and link; gives the links where that is nothing else."""
        begin = closing(text)
        self.literal(text[:begin])
        if links := self._further(text[begin:]):
            return links
        self._described(text[begin:])
        return ()

    def finish(self) -> str:
        """The longest free text is the description, the others are extra. Gives what the description may not be: at
        the end of a list item, lines that stand further out than the item's.
        """
        longest = max(self._free, key=lambda one: len(one[1]), default=None)
        for at, text in sorted(self._free, reverse=True):
            if (at, text) == longest:
                self.description = text
                continue
            key = next(name for name in ("附注", "附注 2", "附注 3") if name not in self.extra)
            self.parts[at] = self.parts[at].replace("description", f"extra:{key}")
            self.extra[key] = text
        return self._outstanding() if longest else ""

    def _outstanding(self) -> str:
        inner = width("".join(self.parts))
        lines = self.description.split("\n")[1:]
        if inner <= 0 or all(not line.strip() or line.startswith(" " * inner) for line in lines):
            return ""
        if self.parts[-1].endswith("description}"):
            text = self.parts.pop()[1:].removesuffix("description}") + self.description
        else:
            at = next(at for at, part in enumerate(self.parts) if _IS_DESCRIPTION.search(part))
            text, self.extra["说明"] = "", self.description
            self.parts[at] = _IS_DESCRIPTION.sub("extra:说明", self.parts[at])
        self.description = ""
        return text

    def _described(self, text: str) -> None:
        if self.day and (dated := DATED.match(text)) and (slot := date_slot(dated[0], self.day)):
            self.updated, self.day = self.day, None
            self.parts.append(slot)
            text = text[dated.end() :]
        begins = _SEPARATES.match(text)
        begin = begins.end() if begins else 0
        end = max(begin, separating(text))
        if not text[begin:end].strip():
            self.literal(text)
            return
        self._free.append((len(self.parts), text[begin:end]))
        self.parts.append(f"{{{text[:begin]}description{text[end:]}}}")

    def _further(self, text: str) -> tuple[Link, ...]:
        begins = _SEPARATES.match(text)
        begin = begins.end() if begins else 0
        if not _LINKS.fullmatch(text, begin):
            return ()
        shown = re.findall(written.LINK, text[begin:])
        gaps = re.split(written.LINK, text[begin:])[1:-1]
        links = [one for one in map(written.read_link, shown) if one and is_url(one.url)]
        if len(links) != len(shown) or len(set(gaps)) > 1:
            return ()
        self.parts.append(f"{{{text[:begin]}links{gaps[0] if gaps else ', '}...}}")
        return tuple(links)

    def said(self, text: str, key: str) -> None:
        """A text in a slot of its own, with the blanks around it; blanks alone are part of the pattern."""
        value = text.strip()
        if not value:
            self.literal(text)
            return
        begin = text.index(value)
        end = begin + len(value) if EMOJI.fullmatch(value) else begin + (separating(value) or len(value))
        self.literal(text[:begin])
        self.slot(key, text[begin:end], after=text[end:])


def opening(text: str, begin: int = 0) -> int:
    """Where the marks and tags at the end of a text start: those that open what follows."""
    end = len(text)
    while end > begin:
        if text[end - 1] in _OPENS:
            end -= 1
            continue
        at = text.rfind("<", begin, end) if text[end - 1] == ">" else -1
        if at < 0 or not _TAG.fullmatch(text, at, end):
            break
        end = at
    return end


def closing(text: str) -> int:
    """Where the marks and tags at the start of a text end: those that close what stands before."""
    closes = _CLOSE.match(text)
    return closes.end() if closes else 0


def separating(text: str) -> int:
    """Where the marks and blanks at the end of a text start that part it from what follows."""
    return len(text.rstrip(" \t").rstrip(_SEPARATORS).rstrip(" \t"))


def _kind(lead: str) -> str:
    """What stands before an entry: a date, a mark such as an emoji or a badge, or words."""
    if _DATE.fullmatch(lead):
        return "日期"
    return "前文" if re.search(r"\w", visible(lead)) else "标记"
