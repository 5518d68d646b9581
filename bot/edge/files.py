"""Reading and writing the working tree. Every failure is a CurateError that names the path."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.errors import CurateError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError on `path` into a sentence with the next step."""
    try:
        yield
    except FileNotFoundError as error:
        raise CurateError("找不到这个文件或文件夹", str(path), "请检查路径，或用 -C 指定列表所在的文件夹") from error
    except IsADirectoryError as error:
        raise CurateError("这是文件夹，不是文件", str(path), "请写文件的路径") from error
    except PermissionError as error:
        raise CurateError("没有读写权限", str(path), "请检查文件夹的权限后重试") from error
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        what = "磁盘已满，没有写入" if full else f"读写失败（{error.strerror}）"
        raise CurateError(what, str(path), "请腾出空间后重试" if full else "请排除故障后重试") from error


def read_bytes(path: Path) -> bytes:
    with explained(path):
        return path.read_bytes()


def read_text(path: Path) -> str:
    """UTF-8 text with line ends as \\n."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CurateError("文件不是 UTF-8 编码", f"{path}:{line}", "请用编辑器另存为 UTF-8") from error


def write_if_changed(path: Path, text: str) -> bool:
    """Write atomically: readers see the old bytes or the new ones, never a mixture. True if it wrote."""
    data = text.encode()
    with explained(path):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data)
    return True


def replace(path: Path, data: bytes) -> None:
    """Write a neighbour, flush it to the disk, then rename it over `path`."""
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)  # noqa: PTH101 - mkstemp gave a name, not a Path
        os.replace(name, target)  # noqa: PTH105 - likewise
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - likewise
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def walk(root: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Every regular file below root/folder as (path with forward slashes, Path), sorted; hidden ones left out."""
    with explained(root / folder):
        yield from sorted(_walk(root / folder, folder))


def _walk(directory: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    with os.scandir(directory) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            path = f"{prefix}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), path)
            else:
                yield path, Path(entry.path)
