"""The user's cache folder: what was made before from the same things. Deleting it never changes a byte of output.

It lies outside the list's folder, so no pull request can bring one along.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import entries, read_bytes, replace


def place(root: Path, name: str) -> Path:
    """Where something about the list below `root` is kept."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(home):  # noqa: PTH117 - as the XDG Base Directory Specification wants it
        home = os.path.expanduser("~/.cache")  # noqa: PTH111 - may be absent
    return Path(home, "curate", f"{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]}.{name}")


@cache
def version() -> bytes:
    """Changes with the interpreter, the model, and every module that reads, keeps or renders records."""
    return made_by(("edge", "sources", "render"), ("record.py", "zh.py", "hidden.py"), ("jinja2", "yaml"))


def made_by(folders: Iterable[str], files: Iterable[str], libraries: Iterable[str]) -> bytes:
    """Changes with the interpreter, all modules in these folders of the package, these files, and these libraries.

    Their times and sizes tell, not their bytes: an installation or an edit sets the times.
    """
    bot = Path(__file__).resolve().parent.parent
    try:
        there = [one for folder in folders for one in entries(bot, folder, [])]
        found = [(path, entry.stat()) for path, entry in there if path.endswith(".py")]
        found += [(name, (bot / name).stat()) for name in files]
        found += _installed(libraries)
    except (CurateError, OSError):  # run from a zip file: a version that nothing will match
        return os.urandom(16)
    told = [(name, stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size) for name, stat in found]
    return hashlib.sha256(repr((sys.version, told)).encode()).digest()


def _installed(libraries: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    for name in libraries:
        spec = PathFinder.find_spec(name)
        if spec and spec.origin:
            yield name, os.stat(spec.origin)  # noqa: PTH116 - a name, not a Path


def kept_text(root: Path, name: str, depends: bytes, make: Callable[[], str]) -> str:
    """`make()`, or what it gave the last time, if `depends` was the same then."""
    path, key = place(root, name), hashlib.sha256(depends).digest()
    with suppress(OSError, CurateError, ValueError):
        data = read_bytes(path)
        if data[:32] == key and data[32:64] == hashlib.sha256(data[64:]).digest():
            return data[64:].decode()
    text = make()
    data = text.encode("utf-8", "surrogatepass")
    keep(path, key + hashlib.sha256(data).digest() + data)
    return text


def keep(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Failing to is no failure."""
    with suppress(OSError, CurateError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data, lasting=False)
