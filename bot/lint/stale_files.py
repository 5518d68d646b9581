"""One finding for a generated file that is not what the catalog makes."""

from __future__ import annotations

from bot.errors import CurateError
from bot.lint.finding import Finding, Place
from bot.lint.sentences import Sentence

ABSORB = "curate absorb"  # takes a hand edit over, where `curate regen` would undo it
FORMS = ".github/ISSUE_TEMPLATE/"
SENTENCES = {
    "stale": Sentence("{path} 与条目库不一致", "请运行 {command}，并提交改动"),
    "edited": Sentence("{path} 被直接改过，与条目库不一致", "请运行 {command} 把改动写回 catalog/，再一起提交"),
    "cannot-be-made": Sentence("{path} 生成不了", "{error}"),
    "error-in-its-source": Sentence("{path} 生成不了：{what}", "{next_step}"),
}


def is_form(path: str) -> bool:
    return path.startswith(FORMS)


def finding(path: str, why: str | CurateError) -> Finding:
    """`why` is the command that renews the file, or what keeps it from being made."""
    if isinstance(why, str):
        return Finding("edited" if why == ABSORB else "stale", Place("", path, 1), {"path": path}, {"command": why})
    file, _, line = why.where.rpartition(":")
    if file and line.isdecimal() and why.next_step:
        parts = {"what": why.what, "next_step": why.next_step}
        return Finding("error-in-its-source", Place("", file, int(line)), {"path": path}, parts)
    return Finding("cannot-be-made", Place("", path, 1), {"path": path}, {"error": str(why).rstrip("。")})
