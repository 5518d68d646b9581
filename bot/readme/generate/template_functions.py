"""A function as a template has it: to be called, never printed, for what Python prints of one changes every run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.errors import BadTemplate


class Given:
    """`usage` shows how the call is written; where `takes` names the arguments, a call must give just these."""

    __slots__ = ("_make", "_takes", "_usage")

    def __init__(self, usage: str, make: Callable[..., Any], takes: tuple[str, ...] | None = None) -> None:
        self._usage = usage
        self._make = make
        self._takes = takes

    def __call__(self, *values: object, **named: object) -> Any:
        if self._takes is not None:
            if len(values) > len(self._takes) or sorted([*self._takes[: len(values)], *named]) != sorted(self._takes):
                raise self._misused()
            for one in (*values, *named.values()):
                bool(one)  # a name that is not there says so when asked
        return self._make(*values, **named)

    def _misused(self) -> BadTemplate:
        name = self._usage.partition("(")[0]
        return BadTemplate(f"{name} 要写成 {self._usage}", "", "请照这个写法改这一行")

    def __str__(self) -> str:
        raise self._misused()

    __repr__ = __str__


def entries_by(make: Callable[[object], str]) -> Given:
    return Given("entries('小节路径')", make, ("path",))
