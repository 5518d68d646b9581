"""File and folder names for what a README calls by name."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bot.text.slugs import ascii_slug, spoken_slug, telling_slug

_LETTER = re.compile(r"[a-z]")
_NO_NAMES = {"con", "prn", "aux", "nul", "new", "test", "temp", "tmp", "index", "home", "p", "a"}
_PROJECT = re.compile(
    r"https?://(?:www\.)?(?:github|gitlab|gitee|gitcode|huggingface|modelscope)\.(?:com|co|cn)/", re.IGNORECASE
)


def url_slug(url: str) -> str:
    """The last telling part of a URL's path, else its host."""
    path = re.split(r"[?#]", url.partition("://")[2], maxsplit=1)[0]
    for part in reversed([part for part in path.split("/") if part]):
        name = part.rsplit(".", 1)[0] if part.endswith((".git", ".html", ".htm", ".md", ".pdf")) else part
        if slug := ascii_slug(unquote(name)):
            return slug
    return ""


def best_slug(name: str, url: str) -> str:
    """A file name for a record: its English, else what its repository is called, else its name in pinyin."""
    slug = telling_slug(name)
    if slug and (_LETTER.search(slug) or slug == name.lower()) and slug not in _NO_NAMES:
        return slug
    if project := project_slug(url):
        return project
    if (slug := spoken_slug(name)) and _LETTER.search(slug) and slug not in _NO_NAMES:
        return slug
    slug = url_slug(url)
    if not slug or not _LETTER.search(slug) or slug in _NO_NAMES:
        host = ascii_slug(url.partition("://")[2].partition("/")[0].removeprefix("www.").rpartition(".")[0])
        slug = "-".join(part for part in (host, slug) if part)
    return slug or "entry"


def project_slug(url: str) -> str:
    """What a repository, a model or a data set is called where it lives; empty for any other address."""
    slug = url_slug(url) if _PROJECT.match(url) and url.rstrip("/").count("/") > 3 else ""
    return slug if _LETTER.search(slug) and slug not in _NO_NAMES else ""


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
