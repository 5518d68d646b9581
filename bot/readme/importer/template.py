"""The page with every run of entries replaced by a call: the rest of it stays letter for letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.markdown.page import Page
    from bot.readme.importer.sections import Run

CALL = re.compile(r"\{\{-?\s*entries\(\s*([\"'])(?P<path>[^\"'\n]+)\1\s*\)\s*-?\}\}")
_ACTIVE = re.compile(r"\{{2,}|\{(?=[%#])")
_ESCAPED = re.compile(r'\{\{ "(\{+)" \}\}')


def template(page: Page, runs: Sequence[Run], paths: Iterable[str]) -> str:
    """README.template.md for this page; `paths` are the runs' sections."""
    lines: list[str] = []
    at = 0
    for run, path in zip(runs, paths, strict=True):
        lines += map(escaped, page.lines[at : run.spans[0].start])
        lines.append(call(path))
        at = run.spans[-1].end
    lines += map(escaped, page.lines[at:])
    return "\n".join(lines)


def call(path: str) -> str:
    """The line that prints the entries of a section."""
    return f"{{{{ entries({json.dumps(path)}) }}}}"


def escaped(line: str) -> str:
    """`line` as a Jinja template that gives the line."""
    return _ACTIVE.sub(lambda found: f'{{{{ "{found[0]}" }}}}', line) if "{" in line else line


def unescaped(line: str) -> str:
    """What a line made by `escaped` gives; any other is returned as it is, its tags too."""
    return _ESCAPED.sub(r"\1", line) if "{" in line else line
