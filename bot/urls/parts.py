"""The two nouns between parsing an address and understanding it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parts:
    """A parsed address: host without `www.`, decoded path segments, the query without noise."""

    host: str
    path: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    fragment: str
    slash: bool
    port: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What a family of sites makes of it. `path` is canonical, None for "as written"; `page` is compared."""

    page: tuple[str, ...]
    path: tuple[str, ...] | None = None
    host: str = ""
    project: str = ""
    owner: str = ""
    kind: str = "homepage"
    query: tuple[tuple[str, str], ...] | None = None
