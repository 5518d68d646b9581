"""Writing a whole new folder at once: it is built beside its place and then renamed, so it is there whole or not."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bot.files.access import explained


def write_folder(root: Path, folder: str, files: Mapping[str, str]) -> None:
    """Make root/folder of `files` (path below `folder` → text). It must not be there yet, or be empty."""
    with explained(root / folder):
        root.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=f".{folder}.", dir=root))
        try:
            _fill(building, files)
            os.chmod(building, 0o755)  # noqa: S103, PTH101 - mkdtemp makes it private
            if (root / folder).exists():
                (root / folder).rmdir()
            building.rename(root / folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise


def _fill(building: Path, files: Mapping[str, str]) -> None:
    made = set()
    for path, text in files.items():
        parent = path.rpartition("/")[0]
        if parent not in made:
            (building / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        _create(f"{building}/{path}", text.encode())


def _create(path: str, data: bytes) -> None:
    """A new file with as few calls as can be: there may be ten thousand."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while data:
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)


def is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing, or is not there."""
    with explained(folder):
        return not folder.exists() or not any(folder.iterdir())


def remove_file(path: Path) -> None:
    """Remove a file; one that is not there is no mistake."""
    with explained(path):
        path.unlink(missing_ok=True)
