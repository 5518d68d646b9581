"""File and folder names for what a README calls by name: lower case letters, digits and single hyphens."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def ascii_slug(text: str) -> str:
    """What of `text` can stand in a file name; empty where none of it is a Latin letter or a digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", plain)[:_LONGEST].strip("-")


def url_slug(url: str) -> str:
    """The last telling part of a URL's path, else its host."""
    path = re.split(r"[?#]", url.partition("://")[2], maxsplit=1)[0]
    for part in reversed([part for part in path.split("/") if part]):
        name = part.rsplit(".", 1)[0] if part.endswith((".git", ".html", ".htm", ".md", ".pdf")) else part
        if slug := ascii_slug(unquote(name)):
            return slug
    return ""


def free(slug: str, used: set[str]) -> str:
    """`slug`, or `slug-2`, `slug-3` …, whichever is not in `used` yet; it is put there."""
    found, number = slug, 1
    while found in used:
        number += 1
        found = f"{slug}-{number}"
    used.add(found)
    return found
