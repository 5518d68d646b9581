"""Commands in comments: the first line only, from its first character on, so no quotation or code can hold one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Word = Literal["recheck", "section", "allow", "withdraw", "reopen"]
LONGEST = 300  # characters of an argument that count
_LINE = re.compile(r"/(recheck|section|allow|withdraw|reopen)(?:[ \t\u3000]+(.*))?$", re.IGNORECASE)
_CODE = re.compile(r"([a-z]{3}[0-9]{3})(?:[ \t\u3000]+(.*))?$", re.IGNORECASE)
# What an author may say of their own submission; everything else needs write permission.
AUTHORS: frozenset[Word] = frozenset({"recheck", "withdraw"})


@dataclass(frozen=True, slots=True)
class Command:
    """`code` is a rule's code in lower case, for `allow` only; `text` the section or the reason; `fault` says, in
    Chinese, what is missing, "" where nothing is.
    """

    word: Word
    text: str = ""
    code: str = ""
    fault: str = ""


def read_command(body: str) -> Command | None:
    """The command in a comment, or None. Never raises."""
    line = body.replace("\r", "\n").partition("\n")[0]
    match = _LINE.match(line[: LONGEST * 2].rstrip())
    if not match:
        return None
    word: Word = match[1].lower()  # type: ignore[assignment]
    text = (match[2] or "").strip()[:LONGEST]
    if word == "allow":
        return _allow(text)
    fault = "请在后面写上小节，如 /section models" if word == "section" and not text else ""
    return Command(word, text, "", fault)


def _allow(text: str) -> Command:
    match = _CODE.match(text)
    if not match:
        return Command("allow", fault="请写规则的代码和理由，如 /allow DUP001 是同一机构的两个项目")
    reason = (match[2] or "").strip()
    return Command("allow", reason, match[1].lower(), "" if reason else f"请在 {match[1].upper()} 后面写明理由")
