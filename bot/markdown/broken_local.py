"""Links to headings and files of the list itself whose brackets went astray: GitHub shows them as text."""

from __future__ import annotations

import re

from bot.markdown.link_scan import Scan
from bot.markdown.visible import visible

_LETTER = r"[^\s()（）\[\]【】<>\0|#:：]"
_FILE = rf"(?!https?:){_LETTER}+\.(?:md|html?|pdf|txt|ipynb|png|jpe?g|gif|svg|docx?|xlsx?|pptx?)"
_TARGET = rf"(?:#{_LETTER}+|{_FILE}(?:#{_LETTER}*)?)"
_LABEL = r"[^\[\]\n\0]{1,160}"
_BROKEN = re.compile(
    rf"\[(?P<spare>{_LABEL})\]{{2,3}}\((?P<spare_to>{_TARGET})\)"
    rf"|\[(?P<square>{_LABEL})\]\[(?P<square_to>{_TARGET})\]"
    rf"|\[(?P<double>{_LABEL})\]\(\((?P<double_to>{_TARGET})\){{1,2}}"
    rf"|\[(?P<wide>{_LABEL})\] ?（(?P<wide_to>{_TARGET})[）)]"
    rf"|\[(?P<half>{_LABEL})\] ?\((?P<half_to>{_TARGET})）"
    rf"|\[(?P<thick>{_LABEL})\] ?【(?P<thick_to>{_TARGET})】"
    rf"|【(?P<black>[^\[\]【】\n\0]{{1,160}})】 ?\((?P<black_to>{_TARGET})\)"
    rf"|\[(?P<gap>{_LABEL})\] \((?P<gap_to>{_TARGET})\)"
    rf"|(?:^|(?<=\n)) *+(?:[-*+]|\d{{1,3}}[.)])?+ *+(?P<loose>[^\[\]\n\0]{{1,80}})\]\((?P<loose_to>{_TARGET})\)"
)
_KINDS = ("spare", "square", "double", "wide", "half", "thick", "black", "gap", "loose")


def take(scan: Scan) -> None:
    """Take them all, and hide them from the search that goes on."""
    places = []
    for match in _BROKEN.finditer(scan.rest) if "#" in scan.rest or "." in scan.rest else ():
        kind = next(name for name in _KINDS if match[name])
        start = match.start(kind) if kind == "loose" else match.start()
        scan.add(match[f"{kind}_to"], visible(match[kind]), "broken", start, match.end())
        places.append((start, match.end()))
    scan.hide(places)
