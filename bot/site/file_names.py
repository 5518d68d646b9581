"""A slug → the name of its page's file, safe on every disk and in every address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

_SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 100
# Windows opens a device for these, whatever follows the dot.
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def file_names(slugs: Iterable[str]) -> Mapping[str, str]:
    """Slug → file name. Slugs of records are safe as they are; any other is told apart by a digest."""
    return {slug: f"{_safe(slug)}.html" for slug in slugs}


def _safe(slug: str) -> str:
    if _SAFE.fullmatch(slug) and len(slug) <= _LONGEST and not _DEVICES.fullmatch(slug):
        return slug
    words = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:_LONGEST]
    return f"{words}-{sha256(slug.encode()).hexdigest()[:8]}".strip("-")
