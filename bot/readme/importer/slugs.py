"""File and folder names for what a README calls by name: lower case letters, digits and single hyphens."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_LETTER = re.compile(r"[a-z]")
_NO_NAMES = {"new", "test", "temp", "tmp", "index", "home", "p", "a"}


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


def best_slug(name: str, url: str) -> str:
    """A file name for a record: from its name, unless that has too little that is Latin; else from its URL."""
    slug = ascii_slug(name)
    if slug and (_LETTER.search(slug) or slug == name.lower()) and slug not in _NO_NAMES:
        return slug
    slug = url_slug(url)
    if not slug or not _LETTER.search(slug) or slug in _NO_NAMES:
        host = ascii_slug(url.partition("://")[2].partition("/")[0].removeprefix("www.").rpartition(".")[0])
        slug = "-".join(part for part in (host, slug) if part)
    return slug or "entry"


def free(slug: str, used: dict[str, int]) -> str:
    """`slug`, or `slug-2`, `slug-3` …, whichever is not in `used` yet.

    It is put there; the number beside a slug is the last one tried, so that many of one name take no longer each.
    """
    found, number = slug, used.get(slug, 0)
    while found in used:
        number = max(number, 1) + 1
        found = f"{slug}-{number}"
    used[slug] = max(number, 1)
    used.setdefault(found, 1)
    return found
