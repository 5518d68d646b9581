"""Lists kept as reStructuredText or CSV, told line by line in Markdown: enough to judge them, not to rewrite them."""

from __future__ import annotations

import csv
import re

_RST_LINK = re.compile(r"`([^`<>]+?)\s*<([^`<>\s]+)>`__?")
_RST_TITLE = re.compile(r"([=\-~^\"'+*#:.])\1{2,}\s*$")
_LEVELS = {"=": "#", "-": "##"}
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)


def as_markdown(text: str, suffix: str) -> str:
    """The same lines, as Markdown where `suffix` says that they are something else."""
    if suffix == ".rst":
        return _from_rst(text)
    return "\n".join(map(_from_row, text.splitlines())) if suffix == ".csv" else text


def _from_rst(text: str) -> str:
    lines = _RST_LINK.sub(r"[\1](\2)", text).split("\n")
    for at in range(1, len(lines)):
        title = _RST_TITLE.match(lines[at])
        if title and lines[at - 1].strip() and lines[at - 1][0] not in " \t*-=" and len(lines[at]) >= 3:
            lines[at - 1] = f"{_LEVELS.get(title[1], '###')} {lines[at - 1].strip()}"
            lines[at] = ""
    return "\n".join(lines)


def _from_row(line: str) -> str:
    try:
        row = next(csv.reader([line], skipinitialspace=True), [])
    except csv.Error:
        return line
    urls = [cell.strip() for cell in row if _URL.match(cell.strip())]
    if not urls:
        return line
    name, *others = [cell.strip() for cell in row if cell.strip() not in urls] or [""]
    more = " ".join([*others, *(f"<{url}>" for url in urls[1:])])
    return f"- [{name}]({urls[0]}) - {more}"
