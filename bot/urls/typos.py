"""Slips of the pen that a URL shows by itself: a known host mistyped, a path that its site does not have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple
from urllib.parse import unquote

from bot.text.slip import is_one_slip
from bot.urls.hosts import CODE_HOSTS, GENUINE, WATCHED
from bot.urls.normalise import LinkKey, link_key
from bot.urls.sites.code import SITE_PAGES

# What GitHub has after owner and project.
_THIRD = (
    "tree blob raw blame edit commits commit releases release issues pull pulls wiki actions projects discussions "
    "security network graphs stargazers watchers forks fork labels milestones milestone settings tags branches "
    "compare archive find new upload packages deployments pulse contributors subscription search suites runs "
    "zipball tarball files assets models community activity rules sponsors attestations codespaces invitations "
    "workflows tag downloads used-by dependents issue pages stats members codespace custom-properties"
)
THIRD = frozenset(_THIRD.split())
_ENDINGS = re.compile(r"\.(?:cm|cpm|con|ocm|comm|cmo|vom|ogr|orgg|rog|nte|ner|ioo|onlinel|gihub)$")
_SECOND = re.compile(r"https?:/|(?:^|/)(?:www\.)?(?:github|gitlab)\.com(?:/|$)")


class Typo(NamedTuple):
    """A slip by a name that LNK005 puts into words, how grave it is, and what its words speak of."""

    what: str
    severity: Literal["error", "warning", "info"]
    parts: Mapping[str, str] = MappingProxyType({})


def url_typo(url: str) -> Typo | None:
    """What looks mistyped in a URL whose form is sound."""
    key = link_key(url)
    return _host(key.host) or _path(key, url)


@lru_cache(maxsize=1 << 14)
def _host(host: str) -> Typo | None:
    if imitated := next((known for known in WATCHED if host.startswith(f"{known}.")), ""):
        return Typo("imitation", "warning", {"host": host, "known": imitated})
    near = () if host in GENUINE | WATCHED else (known for known in WATCHED if is_one_slip(host, known))
    if known := next((known for known in near if _mistyped(host, known)), ""):
        return Typo("host", "error", {"host": host, "known": known})
    if ending := _ENDINGS.search(host):
        return Typo("ending", "info" if ending[0] == ".cm" else "warning", {"ending": ending[0]})
    return None


def _mistyped(host: str, known: str) -> bool:
    """A letter left out, doubled or swapped with its neighbour; with another one put in it may be another site."""
    if len(host) > len(known):
        return any(host[:i] + host[i + 1 :] == known for i in range(1, len(host)) if host[i] == host[i - 1])
    return len(host) < len(known) or sorted(host) == sorted(known) or host[0] != known[0]


def _path(key: LinkKey, url: str) -> Typo | None:
    if key.host not in CODE_HOSTS or key.page == key.host:
        return None
    parts = url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].partition("://")[2].split("/")[1:]
    if not parts:
        return None
    if not unquote("/".join(parts[:2])).isascii():
        return Typo("odd-characters", "error")
    inside = "/".join(parts[2:])
    if second := _SECOND.search(inside):
        return Typo("second-url", "warning", {"second": inside[second.start() :].lstrip("/")[:40]})
    return _no_page_of_github(parts) if key.host == "github.com" else None


def _no_page_of_github(parts: list[str]) -> Typo | None:
    third = parts[2] if len(parts) > 2 else ""
    if not third or third.lower().removesuffix(".atom") in THIRD or parts[0].lower() in SITE_PAGES:
        return None
    solid = list(dict.fromkeys(part for part in parts if part))
    sure = (len(parts) == 3 or "" in parts[:-1]) and len(solid) >= 2
    if not sure:
        return Typo("no-such-page", "warning", {"page": third[:30]})
    meant = f"https://github.com/{solid[-2]}/{solid[-1]}"
    return Typo("repaired-page", "warning", {"page": third[:30], "meant": meant})
