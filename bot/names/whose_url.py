"""How much of what tells two names apart stands in an address: whose link it is, of two that share one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.names.compare import CAMEL, EDITIONS, GENERIC, telling, title, words
from bot.names.match_url import DULL, pieces
from bot.names.normalise import name_key

_TOKEN = re.compile(r"[a-z]+|\d+")


class Contrast(NamedTuple):
    """Shares (0 to 1) of what one name has and the other has not; `judged` where the first has letters to tell by."""

    own: float
    theirs: float
    judged: bool


def contrast(name: str, other: str, url: str) -> Contrast:
    """Of two names the parts that the other lacks, held against the address.

    >>> contrast("FastAPI FastCRUD", "FastAPI CRUDRouter", "https://github.com/a-lab/fastapi-crudrouter")
    Contrast(own=0.0, theirs=1.0, judged=True)
    """
    mine, yours = _rest(name, other), _rest(other, name)
    theirs = max(_share(frozenset(word for word in yours if len(word) >= 3), url), _covered(url, name, other))
    return Contrast(max(_share(mine, url), _whole(name, url), _letters(name, url)), theirs, bool(mine))


def _rest(name: str, other: str) -> frozenset[str]:
    shared = words(other)
    return frozenset(word for word in telling(title(name)) | telling(name) if word not in shared and _tells(word))


def _tells(word: str) -> bool:
    return len(word) >= 2 and word.isascii() and not word[0].isdigit()


def _share(rest: frozenset[str], url: str) -> float:
    """The share of the words, by their length, that stand in the address."""
    total = sum(map(len, rest))
    return sum(len(word) for word in rest if _stands(word, url)) / total if total else 0.0


def _stands(word: str, url: str) -> bool:
    tokens = _tokens(url)
    if word in tokens or (len(word) >= 6 and any(word in piece for piece in pieces(url))):
        return True
    if len(word) < 3:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for names on one page

    ends = any(piece.startswith(word) or piece.endswith(word) for piece in pieces(url))
    return ends or any(len(token) >= 4 and fuzz.ratio(word, token) >= 84 for token in tokens)


@lru_cache(maxsize=1 << 12)
def _tokens(url: str) -> frozenset[str]:
    """The words of an address, as its own spelling divides them."""
    return frozenset(_TOKEN.findall(CAMEL.sub(" ", url.partition("://")[2]).lower())) - DULL


def _covered(url: str, name: str, other: str) -> float:
    """1 where the last part of the address says only what the other name says, and something the first does not."""
    last = re.split(r"[/?#]", url.rstrip("/"))[-1]
    slug = frozenset(_TOKEN.findall(CAMEL.sub(" ", last).lower())) - GENERIC - EDITIONS - words(name)
    slug = frozenset(word for word in slug if len(word) >= 3)
    return float(bool(slug) and slug <= words(other))


def _whole(name: str, url: str) -> float:
    """1 where the address holds the whole name, written in one word or as an alias."""
    key = name_key(name)
    forms = {form for form in (key.full, key.base, name_key(title(name)).full, *key.aliases) if len(form) >= 4}
    return float(any(form in piece for form in forms if form.isascii() for piece in pieces(url)))


def _letters(name: str, url: str) -> float:
    """1 where a part of the address is made of the name's initials."""
    found = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", title(name))
    short = "".join(word if word.isdigit() else word[0] for word in found).lower()
    return float(len(short) >= 2 and any(p == short or (len(p) >= 3 and short.startswith(p)) for p in pieces(url)))
