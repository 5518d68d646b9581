"""Brackets gone astray around a URL: one missing, the two pairs swapped, the target left outside its pair."""

from __future__ import annotations

import re

from bot.markdown.link_scan import Scan
from bot.markdown.page import Found
from bot.markdown.visible import plain_url, visible

_URL = r"https?://[^\s()<>\[\]]+(?:\([^\s()<>\[\]]*\)[^\s()<>\[\]]*)*"
_TARGET = re.compile(rf"\]\(({_URL})\)")
_AFTER = re.compile(rf"({_URL})\)")
_WHOLE = re.compile(_URL)
_LABEL = re.compile(r"[(（【]([^()（）【】\[\]\n|]{1,100})$")
_CLOSED = re.compile(r"[ \t]*\)")
_LONGEST = 160


def unclosed(scan: Scan, at: int, end: int) -> int:
    """Take `[name(https://…)` or `[name(https://…)]`, whose URL is `at` to `end`; the offset after it, 0 for none."""
    text = scan.text
    closed = _CLOSED.match(text, end)
    if not scan.brackets or text[at - 1] != "(" or not closed:
        return 0
    start, image, before = scan.brackets[-1]
    label = text[start + 1 : at - 1]
    if image or before != len(scan.found) or not _is_label(label) or _closes_later(text, closed.end()):
        return 0
    scan.brackets.pop()
    after = closed.end() + (text[closed.end() : closed.end() + 1] == "]")
    url = plain_url(text[at:end])
    scan.found.append(Found(url, visible(label), scan.line_at(at), "broken", start, after, False, text[start:after]))
    return after


def _is_label(label: str) -> bool:
    """Whether the words between the bracket and the URL can be a name: one line, nothing open, no blank at the end."""
    return bool(label.strip()) and len(label) <= _LONGEST and label == label.rstrip() and "\n" not in label


def _closes_later(text: str, at: int) -> bool:
    """Whether the bracket is closed further on in the line, so that the URL is a part of a longer text in brackets."""
    if text[at : at + 1] == "]":
        return text[at + 1 : at + 2] in {"(", "["}
    line = text[at : (text + "\n").index("\n", at)]
    closing, opening = line.find("]"), line.find("[")
    return closing >= 0 and not 0 <= opening < closing


def unopened(scan: Scan, at: int) -> int:
    """Take `(name](https://…)` and `name](https://…)`, `at` being the bracket; the offset after it, 0 for none."""
    if not (target := _TARGET.match(scan.text, at)):
        return 0
    line = scan.text[scan.text.rfind("\n", 0, at) + 1 : at]
    label = _LABEL.search(line)
    start = at - len(label[0]) if label else at
    shown = visible(label[1]) if label else ""
    if scan.closed[1] == at:
        start, shown = scan.closed[0], visible(scan.text[scan.closed[0] + 1 : at - 1])
    written = scan.text[start : target.end()]
    scan.found.append(
        Found(plain_url(target[1]), shown, scan.line_at(at), "broken", start, target.end(), False, written)
    )
    return target.end()


def unparted(text: str, at: int) -> tuple[str, int] | None:
    """The URL of `[name]()https://…)`, where `at` is the offset after the empty pair, and the offset after it all."""
    found = _AFTER.match(text, at)
    return (plain_url(found[1]), found.end()) if found else None


def reversed_link(scan: Scan, start: int, at: int, before: int) -> None:
    """Take `(name)[https://…]`, its brackets being at `start` and `at`: the two pairs are swapped."""
    text = scan.text
    inner = text[start + 1 : at]
    if text[start - 1 : start] != ")" or not _WHOLE.fullmatch(inner):
        return
    opening = text.rfind("(", max(0, start - _LONGEST), start)
    label = text[opening + 1 : start - 1]
    if opening < 0 or not _is_label(label) or ")" in label or text[opening - 1 : opening] in {"]", ")"}:
        return
    del scan.found[before:]
    written = text[opening : at + 1]
    scan.found.append(
        Found(plain_url(inner), visible(label), scan.line_at(start), "broken", opening, at + 1, False, written)
    )
