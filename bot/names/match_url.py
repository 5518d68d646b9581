"""How well a name fits an address: a project's name mostly stands in its URL, somewhere, somehow."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.names.compare import GENERIC, WORDS, telling, title, words
from bot.names.normalise import name_key, simplify
from bot.urls.normalise import link_key

# Parts of addresses that say nothing about the project: services, file names, ids.
_DULL = (
    "www com org net io cn ai app dev co github gitlab gitee huggingface arxiv abs pdf html htm php index tree blob "
    "main master datasets spaces models wiki docs doc blog readme md en zh cn item questions question article "
    "articles posts post p s a archives archive issues releases user channel watch watchv id raw view users"
)
DULL = frozenset(_DULL.split())
PLAIN = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(map(re.escape, GENERIC), key=len, reverse=True))})(?![a-z])")


@lru_cache(maxsize=1 << 16)
def fit(name: str, url: str) -> float:
    """0 (nothing in common) to 1 (the address holds the name).

    >>> fit("OpenChat", "https://github.com/imoneoi/openchat") > 0.9 > 0.4 > fit("BayLing", "https://github.com/imoneoi/openchat")
    True
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for links in doubt

    slugs = pieces(url)
    best = 0.0
    for form in forms(name):
        for slug in slugs:
            if form == slug:
                return 1.0
            short, long = sorted((form, slug), key=len)
            if len(short) >= 3 and short in long:
                best = max(best, 0.8 + 0.2 * len(short) / len(long))
            elif len(short) >= 3:
                best = max(best, _steep(fuzz.ratio(form, slug) / 100))
    return max(best, 0.9 * _shared_words(name, url), 0.9 * _initials(name, slugs))


def _steep(ratio: float) -> float:
    """Two short words always share some letters; only most of them says something."""
    return ratio if ratio >= 0.8 else ratio * 0.75


@lru_cache(maxsize=1 << 14)
def forms(name: str) -> tuple[str, ...]:
    """The name's folded spellings, long and short, without the words that any project may have in its name."""
    head = title(name)
    key = name_key(head)
    found = {*key.aliases, *(w for w in telling(head) if len(w) >= 3)}
    if not words(head) & GENERIC - {"js", "py"} or telling(head) <= GENERIC:
        found |= {key.full, key.base}
    else:
        found.add(name_key(" ".join(WORDS.findall(PLAIN.sub(" ", simplify(head))))).full)
    return tuple(f for f in found if len(f) >= 2 and f.isascii()) or tuple(f for f in found if f)


@lru_cache(maxsize=1 << 14)
def pieces(url: str) -> tuple[str, ...]:
    """The parts of an address that can carry a name: host labels, owner, repository, directories, file."""
    key = link_key(url)
    host, _, path = key.page.partition("/")
    labels = [label for label in host.split(".")[:-1] if label not in DULL]
    parts = [name_key(part).full for part in re.split(r"[/?&=#@:+]", path) if part]
    found = [p for p in (*labels, *parts, *(_stem(p) for p in parts)) if p and p not in DULL]
    return tuple(dict.fromkeys([*found, name_key("".join(host.split(".")[-2:])).full]))


def _stem(part: str) -> str:
    return re.sub(r"(?:html?|pdf|php|aspx?|md|git)$", "", part)


def _shared_words(name: str, url: str) -> float:
    """The part of the name's telling words that stand in the address, long words and numbers alike."""
    wanted = {w for w in telling(title(name)) if len(w) >= 3}
    if not wanted:
        return 0.0
    address = link_key(url).page.lower()
    return sum(w in address for w in wanted) / len(wanted)


def _initials(name: str, slugs: tuple[str, ...]) -> float:
    found = re.findall(r"[A-Za-z]+|\d+", title(name))
    if len(found) < 2:
        return 0.0
    letters = "".join(w[0] if w[0].isalpha() else w for w in found).lower()
    return float(
        any(slug.startswith(letters) or (len(slug) >= 3 and letters.startswith(slug)) for slug in slugs if slug)
    )


def numbers(text: str) -> frozenset[str]:
    """The numbers in a name or a slug, as words."""
    return frozenset(w for w in words(text) if w[0].isdigit())
