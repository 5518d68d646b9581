"""The pattern behind the entries of a section: `* **[{name}]({url})**{ - description}`, as most of them are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from bot.readme.styles.parts import LINK

_MARKER = r"(?P<marker>(?:[-+*]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\|[ \t]*(?:\d+[ \t]*\|[ \t]*)?|#{1,6}[ \t]+|)"
_BETWEEN = r"(?P<between>[ \t]*[-–—:：,，~]+[ \t]*|[ \t]+|\n\n|\n[ \t]*)"
_LINKED = re.compile(
    rf"[ \t]*{_MARKER}(?P<open>\*\*|__|\*|_)?\[(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()\s]*\))?)+\]"
    r"\((?:<[^<>]+>|[^\s<>()]*(?:\([^\s()]*\)[^\s()]*)*)\)(?(open)(?P=open))(?P<rest>.*)",
    re.DOTALL,
)
_NAMED = re.compile(
    rf"[ \t]*{_MARKER}(?P<open>\*\*|__|\*|_)?(?P<name>[^\[\]\n|*]+?)(?(open)(?P=open))"
    rf"(?P<between>[^\w\[\]()*\n《》.]*)(?P<links>{LINK}(?:[^\w\[\]{{}}\n.]*{LINK})*)(?P<rest>.*)",
    re.DOTALL,
)
_SAID = re.compile(rf"{_BETWEEN}\S.*", re.DOTALL)
_CELL = re.compile(r"[ \t]*\|[ \t]*")


def patterns(texts: Sequence[str]) -> list[str]:
    """The patterns that the texts may have: with the name as a link, and with links behind the name."""
    linked = [found for text in texts if "](" in text and (found := _LINKED.fullmatch(text))]
    named = [found for text in texts if "](" in text and (found := _NAMED.fullmatch(text))]
    return [*([_of_linked(linked)] if linked else []), *([_of_named(named)] if named else [])]


def _of_linked(found: Sequence[re.Match[str]]) -> str:
    marker, marks = _common((_counted(one["marker"]), one["open"] or "") for one in found)
    own = [one for one in found if (_counted(one["marker"]), one["open"] or "") == (marker, marks)]
    head = f"{marker}{marks}[{{name}}]({{url}}){marks}"
    if marker.startswith("|"):
        return head + _columns([one["rest"] for one in own])
    said = [match for one in own if (match := _SAID.fullmatch(one["rest"]))]
    between = _common(match["between"] for match in said) if said else " - "
    return f"{head}{{{between}description}}"


def _columns(rests: Sequence[str]) -> str:
    """Cells behind the first one; the longest holds the description."""
    width = _common(len(_CELL.findall(rest)) for rest in rests)
    rows = [_CELL.split(rest)[1:-1] for rest in rests if len(_CELL.findall(rest)) == width]
    if width < 2:
        return " |" if width else ""
    sizes = [sum(map(len, column)) for column in zip(*rows, strict=True)]
    slots = [f"extra:第 {at} 列" for at in range(2, len(sizes) + 2)]
    slots[sizes.index(max(sizes))] = "description"
    return "".join(f" | {{{slot}}}" for slot in slots) + " |"


def _of_named(found: Sequence[re.Match[str]]) -> str:
    key = _common((_counted(one["marker"]), one["open"] or "", one["between"]) for one in found)
    own = [one for one in found if (_counted(one["marker"]), one["open"] or "", one["between"]) == key]
    gaps = [gap for one in own for gap in re.split(LINK, one["links"])[1:-1]]
    marker, marks, between = key
    return f"{marker}{marks}{{name}}{marks}{{{between}links{_common(gaps) or ' ' if gaps else ' '}...}}"


def _counted(marker: str) -> str:
    return re.sub(r"\d+", "{number}", marker)


def _common(values: Iterable[Any]) -> Any:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)))
