"""Writing a whole new folder: built beside its place and then renamed, so that it is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import explained, swept, temporary
from bot.files.below import inside, is_there


def write_folder(root: Path, folder: str, files: Mapping[str, str]) -> None:
    """Make root/folder of `files` (path below `folder` → text). It must not be there yet, or be empty."""
    place = inside(root, folder)
    with explained(place):
        root.mkdir(parents=True, exist_ok=True)
        swept(str(root))
        building = root / temporary(folder)
        try:
            building.mkdir()
            _fill(building, {path: text.encode() for path, text in files.items()})
            if place.exists():
                place.rmdir()
            building.rename(place)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise


def replace_folder(folder: Path, files: Mapping[str, bytes], mark: str) -> None:
    """Make `folder` of `files` (path below it → bytes), in the place of all that was in it.

    Refused where there is something in it, and no file named `mark` that shows who made it.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a link must stay one
    with explained(folder):
        if folder.is_symlink():
            raise CurateError("这是符号链接，不会换掉它指向的内容", str(folder), "请换成普通文件夹")
        if folder.exists() and any(folder.iterdir()) and not (folder / mark).is_file():
            raise CurateError("文件夹里有别的东西，不会覆盖", str(folder), "请换一个文件夹，或先清空它")
        folder.parent.mkdir(parents=True, exist_ok=True)
        swept(str(folder.parent))
        building = folder.parent / temporary(folder.name)
        old, new = building / "old", building / "new"
        try:
            _fill(new, files)
            if folder.exists():
                folder.rename(old)
            new.rename(folder)
        except BaseException:
            if old.exists() and not folder.exists():
                old.rename(folder)
            raise
        finally:
            shutil.rmtree(building, ignore_errors=True)


@contextmanager
def temporary_folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder of `files` (path below it → bytes) that is gone afterwards."""
    with explained(Path(tempfile.gettempdir())):
        folder = Path(tempfile.mkdtemp(prefix="curate-"))
    try:
        with explained(folder):
            _fill(folder, files)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(building: Path, files: Mapping[str, bytes]) -> None:
    made = set()
    for path, data in files.items():
        parent = path.rpartition("/")[0]
        if parent not in made:
            (building / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        _create(f"{building}/{path}", data)


def _create(path: str, data: bytes) -> None:
    """A new file with as few calls as can be: there may be ten thousand."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while data:
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)


def is_empty(root: Path, folder: str) -> bool:
    """Whether a folder holds nothing, or is not there."""
    with explained(root / folder):
        return not is_there(root, folder) or not any(inside(root, folder).iterdir())
