"""How large a catalog's files may be, and how long a record's texts."""

from __future__ import annotations

from collections.abc import Mapping

LARGEST_FILE = 1 << 20  # bytes of a record or of list.yml
LONG_DESCRIPTION = 1500  # characters from which a description is told to be shortened
LONGEST_DESCRIPTION = 10_000  # characters that no description may have
# Characters of a field, "label" of a link's text, "title" of the list's and of a section's.
LONGEST: Mapping[str, int] = {
    "name": 120,
    "aliases": 120,
    "includes": 120,
    "search_names": 120,
    "organisations": 120,
    "base": 120,
    "label": 200,
    "title": 120,
}
