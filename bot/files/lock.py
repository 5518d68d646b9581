"""One process at a time: a lock on a folder, which leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.files.access import explained

fcntl: Any
try:
    import fcntl
except ImportError:  # Windows; the last one to write wins there
    fcntl = None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other process is in such a block for the same folder, which is made where it is missing."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
