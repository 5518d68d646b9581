"""Files in the user's cache folder: read only where nobody else could have written them, and lost without harm."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import read_bytes, real, replace

LARGEST = 1 << 30


def cache_path(root: Path, name: str) -> Path:
    """Where something about the list below `root` is kept."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(home):  # noqa: PTH117 - as the XDG Base Directory Specification wants it
        home = os.path.expanduser("~/.cache")  # noqa: PTH111 - may be absent
    return Path(home, "curate", f"{hashlib.sha256(os.fsencode(real(root))).hexdigest()[:16]}.{name}")


def read_own(path: Path) -> bytes:
    """Empty where the file is not there, no plain file, somebody else's, or writable by somebody else."""
    if os.name != "posix":
        return b""
    with suppress(CurateError, OSError):
        return read_bytes(path, LARGEST, own=True) if path.exists() else b""
    return b""


def keep(path: Path, data: bytes, *, lasting: bool = False) -> None:
    """Write for nobody else to read or write; failing to is no failure."""
    with suppress(OSError, CurateError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data, lasting=lasting, mode=0o600, own=True)


def forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
