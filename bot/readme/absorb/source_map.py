"""The generated page line by line, each with what made it: a record, a gap in a section, a line of the template."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from bot.catalog.model import Catalog
from bot.readme.absorb.diff import Hunk
from bot.readme.generate.contents import Page, anchored
from bot.readme.generate.page import context
from bot.readme.generate.template import entries_by, render_template, unescaped
from bot.readme.styles import joined


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page, and what made it.

    `section` and `record` are set for what `entries` wrote. `literal` is the template's line number, 1-based, where
    the line stands in the template as it is, and once. All are empty for what the template computed.
    """

    text: str
    section: str = ""
    record: str = ""
    literal: int = 0

    @property
    def computed(self) -> bool:
        return not (self.section or self.record or self.literal)


def settled(hunk: Hunk, old: Sequence[Line], new: Sequence[str]) -> Hunk:
    """What was put in or taken out right behind a section, with the blank line before it rather than the one after.

    A diff may take either; only so it touches nothing beyond the section.
    """
    start, end, new_start, new_end = astuple(hunk)
    if start != end and new_start != new_end:
        return hunk
    while start and not old[(start if start == end else end) - 1].section:
        last = new[new_end - 1] if start == end else old[end - 1].text
        if old[start - 1].text.strip() or last != old[start - 1].text:
            return hunk
        start, end, new_start, new_end = start - 1, end - 1, new_start - 1, new_end - 1
    return Hunk(start, end, new_start, new_end) if start else hunk


class _Marks:
    """Characters that the page does not use, put around what is to be traced through the template."""

    def __init__(self, taken: str) -> None:
        free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in taken)
        self.section, self.record, self.end, self.line, self.stop = (next(free) for _ in range(5))
        self.all = re.compile(f"[{self.section}{self.record}{self.line}]([^{self.stop}]*){self.stop}|{self.end}")

    def around(self, kind: str, name: str, text: str) -> str:
        return f"{kind}{name}{self.stop}{text}{self.end}"


def traced(catalog: Catalog, template: str) -> list[Line]:
    """The lines of the page without its mark. Raises BadTemplate as rendering does."""
    page = anchored(catalog, template)
    marks = _Marks(template + "".join(record.body + record.description for record in catalog.records))
    values = {**context(page), "entries": entries_by(lambda path: _entries(path, page, marks))}
    text = render_template(_marked(template, marks), values).rstrip(" \t\n")
    lines = list(_lines(text, template.split("\n"), marks))
    times = Counter(line.literal for line in lines)
    while lines and not lines[-1].text.strip(" \t"):
        lines.pop()
    return [line if times[line.literal] == 1 else Line(line.text, line.section, line.record) for line in lines]


def _entries(path: object, page: Page, marks: _Marks) -> str:
    section = page.section(path)
    if section is None:
        return ""
    texts = [marks.around(marks.record, record.slug, text) for record, text in page.shown(section)]
    return marks.around(marks.section, section.path, joined(texts, section.entry.show)) if texts else ""


def _marked(template: str, marks: _Marks) -> str:
    """The template with its line number at the start of every line that starts outside of its tags."""
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415 - slow to import

    made: list[str] = []
    try:
        tokens = list(Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True).lex(template))  # noqa: S701 - only cut into tokens
    except TemplateSyntaxError:
        return template
    for number, kind, value in tokens:
        if kind != "data":
            made.append(value)
            continue
        starts = not made or made[-1].endswith("\n")
        for offset, line in enumerate(value.split("\n")):
            if (offset or starts) and (line or offset < value.count("\n")):
                made.append(f"{marks.line}{number + offset}{marks.stop}{line}")
            else:
                made.append(line)
            made.append("\n")
        made.pop()
    return "".join(made)


def _lines(text: str, template: list[str], marks: _Marks) -> Iterator[Line]:
    section = record = ""
    for raw in text.split("\n"):
        number, touched, inside, outside = 0, record, section, ""
        at = 0
        for mark in marks.all.finditer(raw):
            outside += "" if record else raw[at : mark.start()]
            at = mark.end()
            if mark[0][0] == marks.line:
                number = int(mark[1])
            elif mark[0][0] == marks.section:
                section = inside = mark[1]
            elif mark[0][0] == marks.record:
                record = touched = mark[1]
            elif record:
                record = ""
            else:
                section = ""
        outside += "" if record else raw[at:]
        plain = marks.all.sub("", raw)
        if touched and not outside:
            yield Line(plain, inside, touched)
        elif inside and not plain:
            yield Line(plain, inside)
        else:
            literal = number and unescaped(template[number - 1]) == plain
            yield Line(plain, literal=number if literal and not inside else 0)
