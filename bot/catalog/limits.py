"""How long a record's texts may be."""

from __future__ import annotations

LONG_DESCRIPTION = 1500  # characters from which a description is told to be shortened
LONGEST_DESCRIPTION = 10_000  # characters that no description may have
