"""The commands' own help → docs/commands.md."""

from __future__ import annotations

from collections.abc import Mapping

HEAD = """# 命令手册

本页由各命令的 `--help` 生成（`curate manual --write docs/commands.md`），请不要手改。
"""


def manual(helps: Mapping[str, str]) -> str:
    """One heading per command, its help as it stands on a terminal."""
    parts = [f"\n## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in helps.items()]
    return HEAD + "".join(_trimmed(part) for part in parts)


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))
