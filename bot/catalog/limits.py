"""How large a catalog's files may be, and how long a record's texts."""

from __future__ import annotations

LARGEST_FILE = 1 << 20  # bytes of a record or of list.yml
LONG_DESCRIPTION = 1500  # characters from which a description is told to be shortened
LONGEST_DESCRIPTION = 10_000  # characters that no description may have
