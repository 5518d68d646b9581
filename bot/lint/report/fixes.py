"""What `--fix` would do, or did: a unified diff with Chinese words around it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.lint.fix.model import Fixed
from bot.lint.wording import identity
from bot.text import zh
from bot.text.diff import unified

COLOURS = {"---": "1", "+++": "1", "@@": "36", "-": "31", "+": "32"}


def difference(files: Mapping[str, tuple[bytes, bytes | None]], *, shown: bool) -> str:
    """The diff of all files, for `git apply`; `shown` to a person, with colours and codes for what has no shape."""
    text = "".join(_one(path, old, new) for path, (old, new) in files.items())
    return "".join(f"{_coloured(line)}\n" for line in text.split("\n")[:-1]) if shown else text


def _one(path: str, old: bytes, new: bytes | None) -> str:
    made = unified(path.lstrip("/"), old.decode("utf-8", "replace"), (new or b"").decode("utf-8", "replace"))
    return made if new is not None else made.replace(f"+++ b/{path}\n", "+++ /dev/null\n", 1)


def _coloured(line: str) -> str:
    colour = next((code for start, code in COLOURS.items() if line.startswith(start)), "")
    plain = "".join(map(_shown, line.removesuffix("\r").replace("\t", "    ")))
    return f"\x1b[{colour}m{plain}\x1b[0m" if colour else plain


def _shown(char: str) -> str:
    """A character as it may stand on a terminal; the wide and unbreakable blanks of Chinese pages do no harm."""
    return char if char in " \u00a0\u3000" else zh.visible(char)


def summary(fixed: Fixed, *, written: bool) -> str:
    """One line for each step, how many findings that mends, and what to do next."""
    lines = [f"  {step.file}:{step.line} {step.finding.code} {zh.visible(step.what)}" for step in fixed.steps]
    many = len({(step.finding.code, step.finding.place, identity(step.finding)) for step in fixed.steps})
    if not many:
        head = "没有可以自动改的。"
    elif written:
        head = f"已改好 {many} 处问题，写入 {len(fixed.files)} 个文件："
    else:
        head = f"可以自动改好 {many} 处问题，还没有写入（加 --write 写入）："
    head = f"\n{head}" if fixed.files else head
    return "\n".join([head, *dict.fromkeys(lines), *(f"注意：{zh.visible(note)}。" for note in fixed.notes), ""])
