"""Files in the user's cache folder: read only where nobody else could have written them, and lost without harm."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import BINARY, NO_WAIT, all_of, real, replace


def cache_path(root: Path, name: str) -> Path:
    """Where something about the list below `root` is kept."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(home):  # noqa: PTH117 - as the XDG Base Directory Specification wants it
        home = os.path.expanduser("~/.cache")  # noqa: PTH111 - may be absent
    return Path(home, "curate", f"{hashlib.sha256(os.fsencode(real(root))).hexdigest()[:16]}.{name}")


def read_own(path: Path) -> bytes:
    """Empty where the file is not there, no plain file, somebody else's, or writable by somebody else."""
    try:
        handle = os.open(path, os.O_RDONLY | BINARY | NO_WAIT | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return b""
    try:
        found = os.fstat(handle)
        own = os.name == "posix" and found.st_uid == os.geteuid() and not found.st_mode & 0o022
        return all_of(handle) if own and stat.S_ISREG(found.st_mode) else b""
    finally:
        os.close(handle)


def write_own(path: Path, data: bytes) -> None:
    """Failing to is no failure."""
    with suppress(OSError, CurateError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data, lasting=False, mode=0o600)
