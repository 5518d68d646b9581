"""Changing several files of the working tree at once: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import explained, read_bytes, replace

WRITABLE = 0o222


def change_all(changes: Mapping[Path, tuple[bytes, bytes | None]]) -> None:
    """Path → (bytes it must hold now, bytes it shall hold; None to remove it).

    Raises CurateError, with nothing changed, where a file was changed meanwhile or must not be written.
    """
    for path, (old, _) in changes.items():
        _refuse(path, old)
    done: list[Path] = []
    try:
        for path, (_, new) in changes.items():
            with explained(path):
                _change(path, new)
            done.append(path)
    except BaseException:
        for path in done:
            with suppress(OSError):
                replace(path, changes[path][0])
        raise


def _refuse(path: Path, old: bytes) -> None:
    if read_bytes(path) != old:
        raise CurateError("文件在检查之后又被改过，什么都没有写", str(path), "请重新运行")
    with explained(path):
        mode = path.stat().st_mode
    if not mode & WRITABLE or not os.access(path, os.W_OK):
        raise CurateError("文件是只读的，什么都没有写", str(path), "请先允许写入，再重新运行")


def _change(path: Path, new: bytes | None) -> None:
    if new is None:
        path.unlink()
    else:
        replace(path, new)
