"""Changing several files of a list at once: all of them, or none; what is killed on the way, the next run finishes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import explained, prepare, replace
from bot.files.below import inside, is_there, read, state
from bot.files.folder import is_empty, write_folder
from bot.files.user_cache import cache_path, forget, keep, read_own

WRITABLE = 0o222
# Path below the list's folder → (bytes it holds now, bytes it shall hold); None where there is no such file.
Changes = Mapping[str, tuple[bytes | None, bytes | None]]


def write_all(root: Path, texts: Mapping[str, str | None]) -> list[str]:
    """Path → text it shall hold, None to remove it, whatever it holds now; the paths that were changed."""
    wanted = {name: None if text is None else text.encode() for name, text in texts.items()}
    changes = {name: (there, new) for name, new in wanted.items() if (there := _there(root, name)) != new}
    change_all(root, changes)
    return list(changes)


def change_all(root: Path, changes: Changes) -> None:
    """Raises CurateError, with nothing changed, where a file was changed meanwhile or must not be written."""
    for name, (old, _) in changes.items():
        _refuse(root, name, old)
    texts = {name: new for name, (_, new) in changes.items() if new is not None}
    with _prepared(root, texts) as ready, _noted(root, changes):
        for name in changes:
            _put(root, name, ready.get(name))


def write_with_folder(root: Path, folder: str, inside_it: Mapping[str, str], texts: Mapping[str, str]) -> None:
    """Make root/folder anew, as write_folder does, and write files beside it: all of it, or nothing."""
    encoded = {name: text.encode() for name, text in texts.items()}
    with explained(root):
        root.mkdir(parents=True, exist_ok=True)
    with _prepared(root, {name: data for name, data in encoded.items() if _there(root, name) != data}) as ready:
        made = is_empty(root, folder)
        if made:
            write_folder(root, folder, inside_it)
        before = {name: _there(root, name) for name in ready}
        try:
            for name, place in ready.items():
                _put(root, name, place)
        except BaseException:
            _undo(root, before)
            if made:
                shutil.rmtree(root / folder, ignore_errors=True)
            raise


def finish(root: Path) -> list[str]:
    """Do what a killed run has left to do; the paths changed. Nothing where a file was changed since."""
    try:
        note = cache_path(root, "unfinished")
    except CurateError:  # of a folder that is none, the command will tell
        return []
    if not (data := read_own(note)):
        return []
    wanted = {name: (old, None if new is None else _bytes(new)) for name, (old, new) in json.loads(data).items()}
    changes = {name: (_there(root, name), new) for name, (_, new) in wanted.items()}
    if any(now != new and _digest(now) != wanted[name][0] for name, (now, new) in changes.items()):
        changes = {}
    left = [name for name, (now, new) in changes.items() if now != new]
    for name in left:
        _change(root, name, changes[name][1])
    forget(note)
    return left


@contextmanager
def _prepared(root: Path, texts: Mapping[str, bytes]) -> Iterator[Mapping[str, tuple[str, Path]]]:
    """All that is to be written, in neighbours that only have to be renamed: a full disk shows before any change."""
    ready: dict[str, tuple[str, Path]] = {}
    try:
        for name, data in texts.items():
            path = inside(root, name)
            with explained(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                ready[name] = prepare(path, data)
        yield ready
    finally:
        for temporary, _ in ready.values():
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - a name, not a Path


def _put(root: Path, name: str, place: tuple[str, Path] | None) -> None:
    path = inside(root, name)
    with explained(path):
        if place:
            os.replace(*place)  # noqa: PTH105 - names, not Paths
        else:
            path.unlink(missing_ok=True)


@contextmanager
def _noted(root: Path, changes: Changes) -> Iterator[None]:
    """While several files are being changed, what shall become of them is kept where only we can write.

    What fails on the way is undone; where that fails as well, the next run does the rest.
    """
    note = cache_path(root, "unfinished")
    if len(changes) > 1:
        rows = {name: (_digest(old), None if new is None else _text(new)) for name, (old, new) in changes.items()}
        keep(note, json.dumps(rows).encode(), lasting=True)
    try:
        yield
    except BaseException:
        if _undo(root, {name: old for name, (old, _) in changes.items()}):
            forget(note)
        raise
    forget(note)


def _undo(root: Path, before: Mapping[str, bytes | None]) -> bool:
    """Make the files what they were; whether they are."""
    for name, old in before.items():
        with suppress(OSError, CurateError):
            if _there(root, name) != old:
                _change(root, name, old)
    with suppress(OSError, CurateError):
        return all(_there(root, name) == old for name, old in before.items())
    return False


def _refuse(root: Path, name: str, old: bytes | None) -> None:
    path = str(root / name)
    if _there(root, name) != old:
        raise CurateError("文件在检查之后又被改过，什么都没有写", path, "请重新运行")
    if old is not None and not (state(root, name).st_mode & WRITABLE and os.access(path, os.W_OK)):
        raise CurateError("文件是只读的，什么都没有写", path, "请先允许写入，再重新运行")


def _there(root: Path, name: str) -> bytes | None:
    return read(root, name) if is_there(root, name) else None


def _change(root: Path, name: str, new: bytes | None) -> None:
    path = inside(root, name)
    with explained(path):
        if new is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace(path, new)


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
