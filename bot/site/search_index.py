"""Entries → what `search.js` searches: names and facets in one script, descriptions in another, loaded after it.

Scripts, not JSON files, as a page that was opened from a disk may fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.site.facets import Facet
from bot.site.fold import fold, simplified, squeeze
from bot.site.shown import Entry


def scripts(entries: Sequence[Entry], facets: Sequence[Facet]) -> Mapping[str, str]:
    """File name → text."""
    rows = [_row(entry) for entry in entries]
    texts = [fold(entry.plain) for entry in entries]
    used = {*"".join(part for row in rows for part in row), *"".join(texts)}
    pairs = [(chr(old), new) for old, new in simplified().items() if new in used]
    values = {
        "from": "".join(old for old, _ in pairs),
        "to": "".join(new for _, new in pairs),
        "rows": rows,
        "facets": {facet.key: [list(row) for row in facet.rows] for facet in facets},
    }
    return {"index-names.js": _script("names", values), "index-texts.js": _script("texts", texts)}


def _row(entry: Entry) -> list[str]:
    """The name, the other names, the organisations."""
    record = entry.record
    names = (*record.aliases, *record.includes, *record.search_names, record.slug)
    return [_lines([record.name]), _lines(names), _lines(record.organisations)]


def _lines(names: Iterable[str]) -> str:
    folded = dict.fromkeys(map(fold, names))
    return "\n".join(dict.fromkeys([*folded, *map(squeeze, folded)]))


def _script(name: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'curateIndex("{name}",{text});\n'
