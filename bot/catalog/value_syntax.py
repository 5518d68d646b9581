"""What the values of a record look like, for all who read, write or describe them."""

from __future__ import annotations

import re

LARGEST = 999_999_999
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
INTEGER = re.compile(r"-?[0-9]{1,9}")
NULLS = {"", "~", "null", "Null", "NULL"}


def is_url(value: str) -> bool:
    """Whether it is a whole address of the web, with no blank in it."""
    return bool(WEB.match(value)) and value.split() == [value]
