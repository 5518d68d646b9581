"""Brackets gone astray around a URL: one missing, the two pairs swapped, the target left outside its pair."""

from __future__ import annotations

import re

from bot.markdown.link_scan import HIDDEN, Scan
from bot.markdown.visible import plain_url, visible

_URL = r"https?://[^\s()<>\[\]\0]+(?:\([^\s()<>\[\]\0]*\)[^\s()<>\[\]\0]*)*"
_TARGET = re.compile(rf"\]\(({_URL})\)")
_AFTER = re.compile(rf"({_URL})\)")
_WHOLE = re.compile(_URL)
_LABEL = re.compile(r"[(（【]([^()（）【】\[\]\n|\0]{1,100})$")
_CLOSED = re.compile(r"[ \t]*\)")
_MISPLACED = re.compile(r"\]\(([^()\[\]\n\0]{1,300}(?:\([^()\[\]\n\0]{0,100}\)[^()\[\]\n\0]{0,100}){0,3})\)")
_LONGEST = 160


def misplaced(scan: Scan, start: int, at: int) -> int:
    """Take `[name](words, or blanks in the URL)`, its brackets at `start` and `at`; the offset after it, 0 for none."""
    if scan.rest[start] == "!" or not (target := _MISPLACED.match(scan.rest, at)):
        return 0
    scan.add(target[1].strip(), visible(scan.text[start + 1 : at]), "broken", start, target.end())
    return target.end()


def unclosed(scan: Scan, at: int, end: int) -> int:
    """Take `[name(https://…)` or `[name(https://…)]`, whose URL is `at` to `end`; the offset after it, 0 for none."""
    text = scan.rest
    closed = _CLOSED.match(text, end)
    if not scan.brackets or text[at - 1] != "(" or not closed:
        return 0
    start, before = scan.brackets[-1]
    label = text[start + 1 : at - 1]
    if before != len(scan.found) or not _is_label(label) or _closes_later(text, closed.end()):
        return 0
    scan.brackets.pop()
    after = closed.end() + (text[closed.end() : closed.end() + 1] == "]")
    scan.add(plain_url(text[at:end]), visible(label), "broken", start, after)
    return after


def _is_label(label: str) -> bool:
    """Whether the words between the bracket and the URL can be a name: one line, nothing open, no blank at the end."""
    name = bool(label.strip()) and len(label) <= _LONGEST and label == label.rstrip()
    return name and "\n" not in label and HIDDEN not in label


def _closes_later(text: str, at: int) -> bool:
    """Whether the bracket is closed further on in the line, so that the URL is a part of a longer text in brackets."""
    if text[at : at + 1] == "]":
        return text[at + 1 : at + 2] in {"(", "["}
    end = text.find("\n", at)
    line = text[at:end] if end >= 0 else text[at:]
    closing, opening = line.find("]"), line.find("[")
    return closing >= 0 and not 0 <= opening < closing


def unopened(scan: Scan, at: int) -> int:
    """Take `(name](https://…)` and `name](https://…)`, `at` being the bracket; the offset after it, 0 for none."""
    if not (target := _TARGET.match(scan.rest, at)):
        return 0
    label = _LABEL.search(scan.rest[max(0, at - _LONGEST) : at])
    start = at - len(label[0]) if label else at
    shown = visible(label[1]) if label else ""
    if scan.closed[1] == at:
        start, shown = scan.closed[0], visible(scan.text[scan.closed[0] + 1 : at - 1])
    scan.add(plain_url(target[1]), shown, "broken", start, target.end())
    return target.end()


def unparted(text: str, at: int) -> tuple[str, int] | None:
    """The URL of `[name]()https://…)`, where `at` is the offset after the empty pair, and the offset after it all."""
    found = _AFTER.match(text, at)
    return (plain_url(found[1]), found.end()) if found else None


def reversed_link(scan: Scan, start: int, at: int) -> None:
    """Take `(name)[https://…]`, its brackets being at `start` and `at`: the two pairs are swapped."""
    text = scan.rest
    inner = text[start + 1 : at]
    if text[start - 1 : start] != ")" or not _WHOLE.fullmatch(inner):
        return
    opening = text.rfind("(", max(0, start - _LONGEST), start)
    label = text[opening + 1 : start - 1]
    if opening < 0 or not _is_label(label) or ")" in label or text[opening - 1 : opening] in {"]", ")", HIDDEN}:
        return
    scan.add(plain_url(inner), visible(label), "broken", opening, at + 1)
