"""Reading and writing the working tree. Every failure is a CurateError that names the path."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from bot.errors import CurateError

CHUNK = 1 << 16  # one read is enough for nearly every record
LARGEST = 16 << 20  # a page that GitHub still shows has half a megabyte
_TEMPORARY = re.compile(r"\..+\.([1-9]\d{0,9})-[0-9a-f]{12}\.tmp", re.DOTALL)
_BINARY, _NO_WAIT, _NO_LINK = (getattr(os, name, 0) for name in ("O_BINARY", "O_NONBLOCK", "O_NOFOLLOW"))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError on `path` into a sentence with the next step."""
    try:
        yield
    except OSError as error:
        raise explain(error, path) from error


def explain(error: OSError, path: Path | str) -> CurateError:
    """What went wrong with `path` in one sentence, with the next step."""
    what, fix = f"读写失败（{error.strerror}）", "请排除故障后重试"
    if isinstance(error, FileNotFoundError):
        what, fix = "找不到这个文件或文件夹", "请检查路径，或用 -C 指定列表所在的文件夹"
    elif isinstance(error, IsADirectoryError):
        what, fix = "这是文件夹，不是文件", "请换成文件，或写文件的路径"
    elif isinstance(error, PermissionError):
        what, fix = "没有读写权限", "请检查文件夹的权限后重试"
    elif error.errno == errno.EROFS:
        what, fix = "磁盘是只读的，没有写入", "请换一个可以写的位置"
    elif error.errno in {errno.ENOSPC, errno.EDQUOT}:
        what, fix = "磁盘已满，没有写入", "请腾出空间后重试"
    return CurateError(what, str(path), fix)


def real(path: Path) -> Path:
    """The path with its symbolic links followed."""
    circle = CurateError("符号链接循环引用", str(path), "请换成普通文件")
    try:
        followed = path.resolve()
    except FileNotFoundError as error:  # the folder we are in was deleted
        raise explain(error, path) from error
    except (OSError, RuntimeError) as error:  # RuntimeError before Python 3.13
        raise circle from error
    if followed.is_symlink():  # from Python 3.13 on, a circle is left as it is
        raise circle
    return followed


def read_bytes(path: Path | str, limit: int = LARGEST, *, pipe: bool = False, own: bool = False) -> bytes:
    """The whole file. Plain system calls: a large catalog is ten thousands of small files.

    What is no file (a pipe, a device) is refused, or reading it might never end; `pipe` is for what a person named.
    `own` refuses what somebody else could have written.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _BINARY | (0 if pipe else _NO_WAIT) | (_NO_LINK if own else 0))
        try:
            status = os.fstat(handle)
            if own and (status.st_uid != os.geteuid() or status.st_mode & 0o022):
                raise CurateError("别人也能写这个文件，不会读取", str(path), "请检查它的权限")
            if not (pipe or stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
                raise CurateError("这是管道或设备，不会读取", str(path), "请换成普通文件")
            data = b"" if status.st_size > limit else _all_of(handle, limit)
        finally:
            os.close(handle)
    except OSError as error:
        raise explain(error, path) from error
    if max(status.st_size, len(data)) > limit:
        raise CurateError(f"文件超过 {limit >> 20} MB 的上限，没有读取", str(path), "请删去多余的内容，或拆成几个文件")
    return data


def _all_of(handle: int, limit: int) -> bytes:
    """To its end, which is where a read gives nothing; of what never ends no more than passes the limit."""
    chunks = [os.read(handle, CHUNK)]
    length = len(chunks[0])
    while chunks[-1] and length <= limit:
        chunks.append(os.read(handle, max(os.fstat(handle).st_size, CHUNK)))
        length += len(chunks[-1])
    return b"".join(chunks)


def as_text(data: bytes, path: Path | str) -> str:
    """The same for a file that was read."""
    return decoded(flat(data), path)


def decoded(data: bytes, path: Path | str) -> str:
    """UTF-8 text, whatever its line ends. Raises CurateError with the line that is something else."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CurateError("文件不是 UTF-8 编码", f"{path}:{line}", "请用编辑器另存为 UTF-8") from error


def flat(data: bytes) -> bytes:
    """Without a byte order mark, and with line ends as \\n."""
    data = data.removeprefix(BOM_UTF8)
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def write_if_changed(path: Path, text: str | bytes) -> bool:
    """Write atomically: readers see the old bytes or the new ones, never a mixture. True if it wrote."""
    data = text.encode() if isinstance(text, str) else text
    with explained(path):
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data)
    return True


def replace(path: Path, data: bytes, *, lasting: bool = True, mode: int = 0o666, own: bool = False) -> None:
    """Write a neighbour, then rename it over `path`: see `prepare`."""
    name, target = prepare(path, data, lasting=lasting, mode=mode, own=own)
    try:
        os.replace(name, target)  # noqa: PTH105 - a name, not a Path
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - likewise
        raise


def prepare(path: Path, data: bytes, *, lasting: bool = True, mode: int = 0o666, own: bool = False) -> tuple[str, Path]:
    """Write a neighbour of `path` with its permissions, and flush it to the disk; it, and what to rename it over.

    What is not `lasting` is not flushed: a cache with a digest may be spoilt by a power cut. `own` takes the place of
    whatever is there, be it a link, and its own permissions.
    """
    target = path if own else real(path)
    if not own and target.exists() and not (target.is_file() or target.is_dir()):
        raise CurateError("这是管道或设备，不会写入", str(path), "请换成普通文件")
    swept(str(target.parent))
    name = f"{target.parent}/{temporary(path.name)}"
    try:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if not own and target.exists():
            os.chmod(name, target.stat().st_mode & 0o777)  # noqa: PTH101 - a name, not a Path
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - likewise
        raise
    return name, target


def temporary(name: str) -> str:
    """What a file or folder that is being written is called until it is whole."""
    return f".{name}.{os.getpid()}-{os.urandom(6).hex()}.tmp"


@cache
def swept(folder: str) -> None:
    """Remove what killed runs have left half-written in a folder. What a living process writes stays."""
    with suppress(OSError), os.scandir(folder) as there:
        for entry in there:
            if (left := _TEMPORARY.fullmatch(entry.name)) and is_dead(int(left[1])):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
                else:
                    os.unlink(entry.path)  # noqa: PTH108 - a name, not a Path


def is_dead(process: int) -> bool:
    """Whether no process has that number; on Windows asking would end it."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return False
