"""A file name for a new record: ASCII, short, and not taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from bot.catalog.model import Link
from bot.readme.styles.link_types import link_type
from bot.text.slugs import ascii_slug, spoken_slug, telling_slug

_PROJECTS = {"repository", "model", "dataset", "space"}  # their addresses end in what they are called
# Windows cannot check out files of these names.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def make_slug(name: str, aliases: Sequence[str], links: Sequence[Link], taken: Collection[str], issue: int) -> str:
    """From the English of the name or of an alias, else from a repository, else from the name in pinyin, else from any
    link; the issue's number is added where it is taken.
    """
    ends = [urlsplit(link.url).path.rstrip("/").rpartition("/")[2] for link in links]
    made = [*map(telling_slug, (name, *aliases)), *map(_project, links), spoken_slug(name), *map(ascii_slug, ends)]
    slug = next((one for one in made if re.search("[a-z].*[a-z0-9]", one)), f"entry-{issue}")
    return f"{slug}-{issue}" if slug in taken or _RESERVED.fullmatch(slug) else slug


def _project(link: Link) -> str:
    return (
        ascii_slug(urlsplit(link.url).path.rstrip("/").rpartition("/")[2]) if link_type(link.url) in _PROJECTS else ""
    )
