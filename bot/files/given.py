"""Files that a person or a workflow names: any path, a pipe too. Those of a list are read by bot.files.below."""

from __future__ import annotations

from pathlib import Path

from bot.files.access import LARGEST, as_text, explained, read_bytes


def given_bytes(path: Path, limit: int = LARGEST) -> bytes:
    """To its end, be it a file, a pipe or a terminal. Raises CurateError where there is more than `limit`."""
    return read_bytes(path, limit, pipe=True)


def given_text(path: Path) -> str:
    """UTF-8 text with line ends as \n."""
    return as_text(given_bytes(path), path)


def append_text(path: Path, text: str) -> None:
    with explained(path), path.open("a", encoding="utf-8") as file:
        file.write(text)
