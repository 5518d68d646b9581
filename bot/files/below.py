"""A list's own files: the one way to read and write below its folder. No link leads out of it, no file is endless."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from bot.errors import CurateError
from bot.files.access import LARGEST, as_text, decoded, explained, read_bytes, real, write_if_changed
from bot.files.walk import paths

# What file systems that tell no case apart, or drop dots and blanks at the end of a name, take for git's folder.
_GITS = re.compile(r"(?i)\.git(?:[. ]*|:.*)|git~\d+")


def inside(root: Path, name: str) -> Path:
    """root/name. Refused: where links in someone's branch lead elsewhere, to git's own files, or to no file yet."""
    path = root / name
    target, home = real(path), real(root)
    if not target.is_relative_to(home) or any(map(_GITS.fullmatch, target.relative_to(home).parts)):
        raise CurateError("符号链接指到了列表之外，不会读写", str(path), "请换成普通文件")
    if path.is_symlink() and not target.exists():
        raise CurateError("符号链接指到的文件不存在，不会读写", str(path), "请换成普通文件")
    return path


def is_there(root: Path, name: str) -> bool:
    """Whether there is anything of that name, if only a link to nothing."""
    return os.path.lexists(root / name)


def is_file(root: Path, name: str) -> bool:
    """Whether it can be read: a regular file, or a link to one inside the list's folder."""
    return is_there(root, name) and inside(root, name).is_file()


def is_same(root: Path, name: str, other: Path) -> bool:
    with explained(other):
        return is_there(root, name) and inside(root, name).samefile(other)


def state(root: Path, name: str) -> os.stat_result:
    with explained(root / name):
        return inside(root, name).stat()


def read(root: Path, name: str, limit: int = LARGEST) -> bytes:
    """The whole file. Raises CurateError for one that is not there, is no regular file, or is larger than `limit`."""
    return read_bytes(inside(root, name), limit)


def read_if_there(root: Path, name: str, limit: int = LARGEST) -> bytes:
    """As `read`; empty where there is no such file."""
    return read(root, name, limit) if is_there(root, name) else b""


def text(root: Path, name: str) -> str:
    """UTF-8 text with line ends as \\n."""
    return as_text(read(root, name), root / name)


def text_as_it_stands(root: Path, name: str) -> str:
    """UTF-8 text, byte order mark and line ends included; empty where there is no such file."""
    return decoded(read_if_there(root, name), root / name)


def text_if_there(root: Path, name: str) -> str:
    return as_text(read_if_there(root, name), root / name)


def texts(root: Path, folder: str) -> Mapping[str, str]:
    """Path → text of every regular file below root/folder, sorted; hidden ones left out."""
    inside(root, folder)
    return {path: text(root, path) for path in paths(root, folder)}


def write(root: Path, name: str, content: str | bytes) -> bool:
    """Atomically, where it differs; True if it wrote."""
    return write_if_changed(inside(root, name), content)
