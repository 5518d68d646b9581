"""Sentences with named holes, and how a finding's parts look in them to the reader at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, NamedTuple

from bot.lint.finding import Clause, EntryRef, Place
from bot.text.zh import join, quote, visible

LONGEST_NAME = 40
MOST = 6  # of a row of entries or places; of more only these and the number


class Sentence(NamedTuple):
    """What is wrong and what to do, without a full stop; `contributor_fix` where a contributor does something else."""

    message: str
    fix: str
    contributor_fix: str = ""


@dataclass(frozen=True)
class Filler(Formatter):
    """Fills a template's holes for a maintainer, who has the files, or for a contributor, who has not.

    `{name}` is text as it is, `{name:40}` its first 40 characters; `{there:（）}` a place in brackets, which a
    contributor is not shown. None and a clause that is not there leave nothing.
    """

    clauses: Mapping[str, str]
    seen_from: Place
    contributor: bool = False

    def fill(self, template: str, parts: Mapping[str, Any]) -> str:
        return self.vformat(template, (), parts)

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case None:
                return ""
            case str():
                return quote(value, int(format_spec))[1:-1] if format_spec else visible(value)
            case Place():
                return self._place(value, format_spec)
            case EntryRef():
                return quote(value.name, LONGEST_NAME) + self._place(value.place, "（）")
            case Clause():
                return self.fill(self.clauses[value.name], value.parts)
            case tuple():
                return self._row(value)
        return format(value, format_spec)

    def _place(self, place: Place, brackets: str) -> str:
        if self.contributor:
            return "" if brackets else "前面"
        return f"{brackets[:1]}{spot(place, self.seen_from)}{brackets[1:]}"

    def _row(self, items: tuple[Any, ...]) -> str:
        shown = [f"“{visible(item)}”" if isinstance(item, str) else self.format_field(item, "") for item in items]
        return join(shown[:MOST]) + (f"等 {len(shown)} 处" if len(shown) > MOST else "")


def spot(place: Place, seen_from: Place) -> str:
    """第 7 行, or the file too where it is another one."""
    return f"第 {place.line} 行" if place.file == seen_from.file else f"{place.file}:{place.line}"
