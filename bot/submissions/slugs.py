"""A file name for a new record: ASCII, short, and not taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from bot.catalog.model import Link

LONGEST = 60
# Windows cannot check out files of these names.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def make_slug(name: str, aliases: Sequence[str], links: Sequence[Link], taken: Collection[str], issue: int) -> str:
    """From the name, else an alias, else the end of a link; the issue's number is added where it is taken."""
    ends = [urlsplit(link.url).path.rstrip("/").rpartition("/")[2] for link in links]
    made = [ascii_slug(text) for text in (name, *aliases, *ends)]
    slug = next((one for one in made if re.search("[a-z].*[a-z0-9]", one)), f"entry-{issue}")
    return f"{slug}-{issue}" if slug in taken or _RESERVED.fullmatch(slug) else slug


def ascii_slug(text: str) -> str:
    """Letters and digits of `text` that are ASCII once accents are dropped, joined by hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
