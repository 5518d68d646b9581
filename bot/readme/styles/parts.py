"""What our styles share: links, relations and names as they are written, and read back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.catalog.model import Link, Record, Relation, RelationType
from bot.catalog.words import PLAIN, RELATIONS, Words
from bot.markdown.escape import link, unescape, unescape_url
from bot.markdown.fences import after_line
from bot.readme.styles.link_types import link_type

BETWEEN = " · "
LINK = r"\[(?:[^\[\]\\`]|\\.|`[^`\n]*`)*+\]\((?:<[^<>\n]*>|[^\s()<>]*)\)"
_PART = re.compile(rf"(?:^| · )((?:{LINK}|`[^`\n]*`|\\.|(?! · )[^\n])++)")
_ONE = re.compile(rf"{LINK}")
_LINKED = re.compile(r"\[(?P<label>.*)\]\(<?(?P<url>[^<>\n]*?)>?\)")
_GONE = re.compile(r"\*\*已撤下\*\*：(?P<reason>[^\n]+)")
_RELATIONS: Mapping[str, RelationType] = {word: kind for kind, word in RELATIONS.items()}

Targets = Mapping[tuple[str, str], str]  # name and anchor of a record on the page → its slug


def links(record: Record, words: Words) -> list[str]:
    """Each link under its label, or under what kind of page it is."""
    return [link(words.link(one), one.url) for one in record.links]


def split(line: str) -> list[str]:
    """The parts of a line that ` · ` divides, outside of links and code."""
    return _PART.findall(line)


def read_link(text: str, words: Words = PLAIN) -> Link | None:
    """A link that leads out of the page."""
    shown = _LINKED.fullmatch(text) if _ONE.fullmatch(text) else None
    if not shown or shown["url"].startswith("#"):
        return None
    label, url = unescape(shown["label"]), unescape_url(shown["url"])
    return labelled(url, label, words)


def labelled(url: str, label: str, words: Words) -> Link:
    """A label that only says what kind of page it is says the type."""
    own = next((kind for kind, word in words.links.items() if word == label), "")
    return Link(url, own) if own else Link(url, link_type(url), label)


def read_relations(text: str, targets: Targets) -> list[Relation] | None:
    """`基于 [甲](#甲)、[乙](#乙)`; None where the text is something else or names what is not on the page."""
    word, _, rest = text.partition(" ")
    shown = _ONE.findall(rest)
    if word not in _RELATIONS or not shown or "、".join(shown) != rest:
        return None
    found = [_LINKED.fullmatch(one) for one in shown]
    slugs = [targets.get((unescape(one["label"]), one["url"].removeprefix("#")), "") for one in found if one]
    return [Relation(_RELATIONS[word], slug) for slug in slugs] if all(slugs) else None


def names(text: str) -> list[str]:
    """What `、` divides, outside of links."""
    return re.findall(rf"(?:{LINK}|[^、])+", text)


def read_name(text: str, targets: Targets) -> str:
    """The slug of a linked record, empty where it is not on the page; the words of anything else."""
    shown = _LINKED.fullmatch(text) if _ONE.fullmatch(text) else None
    return targets.get((unescape(shown["label"]), shown["url"].removeprefix("#")), "") if shown else unescape(text)


def read_tail(line: str, targets: Targets, words: Words) -> tuple[tuple[Link, ...], tuple[Relation, ...]] | None:
    """The links and relations of a line that holds nothing else."""
    parts = split(line)
    if not parts or BETWEEN.join(parts) != line:
        return None
    own: list[Link] = []
    relations: list[Relation] = []
    for part in parts:
        if shown := read_link(part, words):
            own.append(shown)
        elif named := read_relations(part, targets):
            relations += named
        else:
            return None
    return tuple(own), tuple(relations)


def read_links(record: Record, blocks: list[str], words: Words) -> Record:
    """The record with the links that the first block holds; that is taken out where it holds nothing else."""
    if not blocks or not (tail := read_tail(blocks[0].rstrip(), {}, words)):
        return record
    del blocks[0]
    return replace(record, links=tail[0])


def read_reason(record: Record, blocks: list[str]) -> Record:
    """The record with the reason of a withdrawal that the first block is, which is taken out."""
    if not blocks or not (gone := _GONE.fullmatch(blocks[0].rstrip())):
        return record
    del blocks[0]
    return replace(record, reason=unescape(gone["reason"]))


def read_day(text: str | None) -> date | None:
    """Raises ValueError for a day that there is not."""
    return date.fromisoformat(text) if text else None


def cut(lines: Sequence[str], begins: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """First and last line (excluded) of what each line that `begins` fits starts; code is left whole.

    What stands before the first of them comes first.
    """
    starts, fence = [], ""
    for at, line in enumerate(lines):
        before, fence = fence, after_line(line.strip(), fence)
        if not before and not fence and begins.match(line):
            starts.append(at)
    bounds = [*starts, len(lines)]
    if bounds[0]:
        yield 0, bounds[0]
    for start, end in itertools.pairwise(bounds):
        last = end
        while last > start + 1 and not lines[last - 1].strip():
            last -= 1
        yield start, last
