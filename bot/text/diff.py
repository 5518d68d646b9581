"""Two texts → a unified diff."""

from __future__ import annotations


def unified(path: str, old: str, new: str) -> str:
    """As `git diff` shows it; empty when nothing differs."""
    from difflib import unified_diff  # noqa: PLC0415 - rarely needed

    lines = unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ 文件末尾没有换行\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as git counts them: only a line feed ends one."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [last for last in text.split("\n")[-1:] if last]
