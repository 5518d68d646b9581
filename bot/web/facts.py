"""The facts file: what is remembered of each address, one line each, sorted; the same facts are the same bytes.

Rules read it without a network. Runs on parts of a list are put together by reading their files one after another.
"""

from __future__ import annotations

from pathlib import Path

from bot.errors import CurateError
from bot.files.below import read_if_there, write
from bot.files.lock import locked
from bot.web.facts_format import Facts, Newer, facts_from, text_of
from bot.web.verdict import merge

LARGEST = 50 << 20


def read_facts(path: Path) -> Facts:
    """None yet where there is no such file. Raises CurateError for one that cannot be understood whole."""
    return parse_facts(_read(path), str(path))


def _read(path: Path) -> bytes:
    return read_if_there(path.parent, path.name, LARGEST)


def parse_facts(data: bytes, where: str) -> Facts:
    """The same for bytes; `where` they are from is named in the error."""
    try:
        return facts_from(data) if data else {}
    except Newer as error:
        raise CurateError(
            "事实文件由更新的 curate 写成，没有读也没有改", where, "请升级 curate，或换一个 --facts 文件"
        ) from error
    except (ValueError, RecursionError) as error:
        what = f"事实文件无法解析（{error}），没有改动它" if str(error) else "事实文件无法解析，没有改动它"
        raise CurateError(what, where, "请恢复旧的版本，或删去它从头记起") from error


def merged(one: Facts, other: Facts) -> Facts:
    """All that two files know; in whatever order they are put together."""
    return {
        **one,
        **{address: merge(one[address], fact) if address in one else fact for address, fact in other.items()},
    }


class FactsFile:
    """A facts file being written by this run, and perhaps by others at the same time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.facts: Facts = read_facts(path)
        self._bytes = _read(path)

    def save(self) -> None:
        """Write `self.facts` and what somebody else has written meanwhile; nothing where it is there already."""
        with locked(self.path.parent):
            there = _read(self.path)
            if there != self._bytes:
                self.facts = merged(read_facts(self.path), self.facts)
            data = text_of(self.facts).encode()
            if len(data) > LARGEST:
                raise CurateError("事实超过 50 MB，没有写入", str(self.path), "请用 --shard 分成几份，各写一个文件")
            if data != there:
                write(self.path.parent, self.path.name, data)
            self._bytes = data
