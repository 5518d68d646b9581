"""Commands in comments: the first line only, from its first word on, so no quotation or code can hold one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Word = Literal["recheck", "section", "allow", "withdraw", "reopen"]
LONGEST = 300  # characters of an argument that count
_LINE = re.compile(  # four blanks would begin code
    r"[ \u3000]{0,3}[/／](?:(recheck|section|allow|withdraw|reopen)|([a-z]{4,12}|[\u4e00-\u9fff]{2,4}))"
    r"(?:[ \t\u3000:：]+(.*))?$",
    re.IGNORECASE,
)
_IN_CHINESE: Mapping[str, Word] = {
    "重新检查": "recheck",
    "检查": "recheck",
    "小节": "section",
    "忽略": "allow",
    "豁免": "allow",
    "撤回": "withdraw",
    "重新打开": "reopen",
}
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
    if not match[1]:
        return _meant(match[2])
    word: Word = match[1].lower()  # type: ignore[assignment]
    text = (match[3] or "").strip()[:LONGEST]
    if word == "allow":
        return _allow(text)
    fault = "请在后面写上小节，如 /section models" if word == "section" and not text else ""
    return Command(word, text, "", fault)


def _meant(written: str) -> Command | None:
    """A command that does nothing but say how it is spelled, or None for a word that is near to none."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    near = get_close_matches(written.lower(), get_args(Word), 1, 0.75)
    word = _IN_CHINESE.get(written) or next(iter(near), None)
    return Command(word, fault=f"没有 /{written} 这个命令，请写 /{word}") if word else None


def _allow(text: str) -> Command:
    match = _CODE.match(text)
    if not match:
        return Command("allow", fault="请写规则的代码和理由，如 /allow DUP001 是同一机构的两个项目")
    reason = (match[2] or "").strip()
    return Command("allow", reason, match[1].lower(), "" if reason else f"请在 {match[1].upper()} 后面写明理由")
