"""Two texts → a unified diff."""

from __future__ import annotations


def unified(path: str, old: str, new: str) -> str:
    """As `git diff` shows it; empty when nothing differs."""
    from difflib import unified_diff  # noqa: PLC0415 - rarely needed

    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ 文件末尾没有换行\n" for line in lines)
