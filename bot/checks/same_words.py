"""Pairs of entries whose descriptions say nearly the same, and what still tells them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from bot.checks.same_page import Entry, listed
from bot.identity import simplify
from bot.identity.names import DATE, HAN
from bot.kinship import words
from bot.model import Evidence
from bot.similar import LONGEST, alike, plain

LEAST = 85.0
FEW = 3  # records judged up to which each is compared with the list, not all of the list with itself
RATHER = 60.0  # how alike two texts as written are before they are looked at closely
FAMILY = 3  # entries with one sentence, or with nearly one text, from which a template made them
SPELLING = 60.0  # how alike two words are that one slip of the pen or another ending sets apart
_STOPS = ("！", "？", "；", "\n", ". ", "! ", "? ", "; ")
_ADDRESS = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|https?://[^\s<>()（）]+")
_TOKEN = re.compile(rf"[a-z]+|\d+(?:\.\d+)*|[{HAN}]")
_EMPTY = "a an the in on of for to and or with by at as is are be from using via that which 的 了 是 和 与 及"
_DULL = frozenset(_EMPTY.split())
# One character that, exchanged for another of these, changes what is said: languages, sizes, numbers, sides.
_TELLING = frozenset("中英日韩德法俄西大小长短上下前后左右男女新旧一二三四五六七八九十百千万亿")


@dataclass(frozen=True)
class Pair:
    """Two entries: how alike their texts are (0 to 100), how much they say, and what sets them apart.

    The earlier one stands first, but a judged one last where the other is not judged. `size` counts a Chinese
    character as one and any other word as two. `apart` are the places where one says something else than the other,
    beyond spelling and its own name.
    """

    one: Entry
    other: Entry
    likeness: float
    size: int
    apart: int


def pairs(seen: Evidence) -> list[Pair]:
    """The pairs with nearly one text, at least one of them judged, that no template made."""
    judged = {record.slug for record in seen.subjects}
    entries = _worth(listed(seen), judged) if len(judged) <= FEW else listed(seen)
    texts = _own_sentences([entry.record.description[:LONGEST] for entry in entries])
    found = [(a, b, score) for a, b, score in alike([plain(text) for text in texts], LEAST)]
    often = Counter(index for a, b, _ in found for index in (a, b))
    kept: list[Pair] = []
    for first, second, score in found:
        a, b = (first, second) if entries[second].record.slug in judged else (second, first)
        alone = max(often[a], often[b]) < FAMILY - 1
        if alone and entries[b].record.slug in judged and entries[a].key.page != entries[b].key.page:
            kept.append(_pair(entries[a], entries[b], texts[a], texts[b], score))
    return kept


def _worth(entries: Sequence[Entry], judged: Container[str]) -> list[Entry]:
    """The judged entries, and those of the list that are anything like them: one look each, in C."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where texts are compared

    texts = [entry.record.description[:LONGEST] for entry in entries]
    kept = {at for at, entry in enumerate(entries) if entry.record.slug in judged}
    for at in list(kept):
        kept |= {
            found for _, _, found in process.extract(texts[at], texts, scorer=fuzz.ratio, score_cutoff=RATHER, limit=50)
        }
    return [entries[at] for at in sorted(kept)]


def _own_sentences(descriptions: Sequence[str]) -> list[str]:
    """The texts without addresses, and without sentences that several entries share: those are a template's."""
    split = [_sentences(text) for text in descriptions]
    shared = Counter(part for parts in split for part in parts)
    common = {part for part, times in shared.items() if times >= FAMILY}
    return [
        "\n".join(parts if common.isdisjoint(parts) else [part for part in parts if part not in common])
        for parts in split
    ]


def _sentences(text: str) -> list[str]:
    if "http" in text:
        text = _ADDRESS.sub(r"\1", text)
    for stop in _STOPS:  # many times quicker than one expression
        text = text.replace(stop, "。")
    return text.split("。")


def _pair(one: Entry, other: Entry, mine: str, yours: str, score: float) -> Pair:
    left, right = _tokens(mine, one.record.name), _tokens(yours, other.record.name)
    size = min(sum(1 if re.match(f"[{HAN}]", token) else 2 for token in tokens) for tokens in (left, right))
    return Pair(one, other, score, size, sum(_apart(a, b) for a, b in _changes(left, right)))


def _tokens(text: str, name: str) -> list[str]:
    """The words of a text in order, without its own name, dates and words that say nothing."""
    own = {part for word in words(name) for part in _TOKEN.findall(word)}
    return [token for token in _TOKEN.findall(DATE.sub(" ", simplify(text))) if token not in own and token not in _DULL]


def _changes(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """What stands in one text in place of what in the other."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only for the few texts that are alike

    at = (0, 0)
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            if at != (step.src_start, step.dest_start):
                yield left[at[0] : step.src_start], right[at[1] : step.dest_start]
            at = step.src_end, step.dest_end
    if at != (len(left), len(right)):
        yield left[at[0] :], right[at[1] :]


def _apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the one says something else than the other; more said by one alone is no difference, but for numbers."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - likewise

    if {token for token in left if token[0].isdigit()} != {token for token in right if token[0].isdigit()}:
        return True
    one, other = "".join(left), "".join(right)
    if len(one) == len(other) == 1:
        return {one, other} <= _TELLING
    return min(len(one), len(other)) >= 2 and fuzz.ratio(one, other) < SPELLING
