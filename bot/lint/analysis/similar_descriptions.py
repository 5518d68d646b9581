"""Pairs of entries whose descriptions say nearly the same, and what still tells them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from bot.catalog.model import Record
from bot.lint.analysis.same_page import Entry, listed
from bot.lint.context import LintContext
from bot.names.compare import words
from bot.names.normalise import DATE, HAN, simplify
from bot.names.similar_text import LONGEST, alike, plain

LEAST = 85.0
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


@dataclass(frozen=True)
class Near:
    """Two entries, the earlier one first, whose `texts` are near-identical."""

    one: Entry
    other: Entry
    texts: tuple[str, str]
    likeness: float


def pairs(ctx: LintContext) -> list[Pair]:
    """The pairs with nearly one text, at least one of them judged, that no template made."""
    judged = {record.slug for record in ctx.subjects}
    found = ctx.once("near texts", _near_texts)
    often = Counter(at for near in found for at in (near.one.at, near.other.at))
    kept: list[Pair] = []
    for near in found:
        (a, text), (b, other) = zip((near.one, near.other), near.texts, strict=True)
        if b.record.slug not in judged:
            a, b, text, other = b, a, other, text
        alone = max(often[a.at], often[b.at]) < FAMILY - 1
        if alone and b.record.slug in judged and a.key.page != b.key.page:
            kept.append(_pair(a, b, text, other, near.likeness))
    return kept


def _near_texts(ctx: LintContext) -> list[Near]:
    entries = listed(ctx)
    split = [sentences(entry.record) for entry in entries]
    shared = Counter(part for parts in split for part in parts)
    common = {part for part, times in shared.items() if times >= FAMILY}
    texts = [own(parts, common) for parts in split]
    return [
        Near(entries[a], entries[b], (texts[a], texts[b]), score)
        for a, b, score in alike([plain(text) for text in texts], LEAST)
    ]


def own(parts: Sequence[str], common: Container[str]) -> str:
    """A text without the sentences that several entries share: those are a template's."""
    return "\n".join(part for part in parts if part not in common)


def sentences(record: Record) -> list[str]:
    """What a record's description says, without addresses."""
    text = record.description[:LONGEST]
    if "http" in text:
        text = _ADDRESS.sub(r"\1", text)
    for stop in _STOPS:  # many times quicker than one expression
        text = text.replace(stop, "。")
    return [part for part in text.split("。") if part]


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
