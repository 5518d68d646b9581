"""One finding for a generated file that is not what the catalog makes."""

from __future__ import annotations

import re

from bot.lint.finding import Finding, Place

ABSORB = "curate absorb"  # takes a hand edit over, where `curate regen` would undo it
FORMS = ".github/ISSUE_TEMPLATE/"
# As CurateError prints itself.
_ERROR = re.compile(r"(?s)(?P<file>[^：:\n]+):(?P<line>\d+)：(?P<what>.+?)。(?P<fix>.+)。")


def is_form(path: str) -> bool:
    return path.startswith(FORMS)


def finding(path: str, why: str) -> Finding:
    """`why` is the command that renews the file, or the sentence that says why it cannot be made."""
    if why == ABSORB:
        message, fix = f"{path} 被直接改过，与目录不一致", f"请运行 {why} 把改动收进目录，再一起提交"
    elif why.startswith("curate "):
        message, fix = f"{path} 与目录不一致", f"请运行 {why}，并提交改动"
    elif found := _ERROR.fullmatch(why):
        what = f"{path} 生成不了：{found['what']}"
        return Finding(what, found["fix"], Place("", found["file"], int(found["line"])), {"path": path})
    else:
        message, fix = f"{path} 生成不了", why.rstrip("。")
    return Finding(message, fix, Place("", path, 1), {"path": path})
