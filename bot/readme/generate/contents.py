"""A book → where each record stands on the page, how deep, and under which anchor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.catalog.model import RelationType, Section, retells
from bot.markdown.escape import anchor, flat, link, unique
from bot.markdown.headings import heading_texts
from bot.render.book import Book
from bot.render.piece import Piece
from bot.sources.card import Card
from bot.text.zh import RELATIONS, join

Retold = Callable[[Card, Card], bool]  # whether the first, a whole, says all of the second, its part


Row = tuple[Card, int, Piece]  # with the level of the record's heading, were it to have one


class Page:
    """`rows` and `sections` (their anchors) go by section path, `anchors` by slug.

    A list item has the anchor of its section.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.sections: dict[str, str] = {}
        self.rows: dict[str, list[Row]] = {}
        self.anchors: dict[str, str] = {}
        self._cards = {one.slug: one for one in book.cards}

    def shown(self, section: Section) -> Iterator[tuple[Card, str]]:
        """The records of a section in reading order, each with its Markdown."""
        for one, _, piece in self.rows[section.path]:
            yield one, piece.telling(self.told(one)) if piece.tied else piece.text

    def told(self, one: Card) -> str:
        """Relations as links, those of one kind together; where the page already nests the record, that says it."""
        groups: dict[RelationType, list[str]] = {}
        for kind, slug, *_ in one.ties:
            other = self._cards.get(slug)
            nested = kind == "part-of" and other and other.section == one.section
            if other and not nested:
                groups.setdefault(kind, []).append(link(other.name, f"#{self._anchor(other)}"))
        return " · ".join([f"{RELATIONS[kind]} {join(targets)}" for kind, targets in groups.items()])

    def _anchor(self, one: Card) -> str:
        """That of the record, or of the whole whose body tells it."""
        place = one
        for _ in range(len(self._cards)):
            if place.slug in self.anchors or place.whole not in self._cards:
                break
            place = self._cards[place.whole]
        return self.anchors.get(place.slug, "")


def anchored(book: Book, template: str) -> Page:
    """The page with every anchor, counted in the order of its headings.

    Headings in a person's words take anchors too: in introductions, in a record's body or description, and in the
    template's text before its first section.
    """
    above = template.partition("entries(")[0]
    used: dict[str, int] = {}
    page = Page(book)
    _count(used, flat(book.list.title), *heading_texts(book.list.introduction))
    _count(used, *(heading for heading in heading_texts(above) if "{{" not in heading))
    groups: dict[str, list[Card]] = defaultdict(list)
    for one in book.cards:
        groups[one.section].append(one)
    for section in book.sections:
        page.sections[section.path] = anchor(flat(section.entry.title), used)
        _count(used, *heading_texts(section.entry.introduction))
        page.rows[section.path] = _rows(page, section, groups[section.path], used)
    return page


def _rows(page: Page, section: Section, cards: Sequence[Card], used: dict[str, int]) -> list[Row]:
    book, show, place = page.book, section.entry.show, page.sections[section.path]
    rows: list[Row] = []
    for one, depth in _nested(cards, lambda *pair: retells(*map(book.record, pair))):
        level = section.level + depth
        piece = book.piece(one, show, level)
        rows.append((one, level, piece))
        anchors = [unique(slug, used) for slug in piece.slugs] if piece.slugs else None
        page.anchors[one.slug] = anchors[0] if anchors and (one.has_body or show == "headings") else place
    return rows


def _count(used: dict[str, int], *titles: str) -> None:
    for title in titles:
        anchor(title, used)


def _nested(cards: Iterable[Card], retold: Retold) -> Iterator[tuple[Card, int]]:
    """Parts right after their whole, but for those that it tells itself."""
    by_slug = {one.slug: one for one in cards}
    parts: dict[str, list[Card]] = defaultdict(list)
    tops: list[Card] = []
    hidden: dict[str, Card] = {}  # by slug, the wholes that tell them
    for one in by_slug.values():
        whole = by_slug.get(one.whole) if one.ties else None
        if whole is None:
            tops.append(one)
        elif whole.has_body and retold(whole, one):
            hidden[one.slug] = whole
        else:
            parts[whole.slug].append(one)
    if hidden and parts:
        _raise(parts, hidden, retold)
    for one in tops:
        yield one, 2
        if parts and one.slug in parts:
            yield from _parts(parts, one, 3)


def _raise(parts: dict[str, list[Card]], hidden: dict[str, Card], retold: Retold) -> None:
    """What is part of something hidden comes under the whole above that, unless it is told there too."""
    waiting = [slug for slug in hidden if slug in parts]
    while waiting:
        slug = waiting.pop()
        above = hidden[slug]
        for _ in hidden:
            above = hidden.get(above.slug, above)
        for one in parts.pop(slug, ()):
            if above.has_body and retold(above, one):
                hidden[one.slug] = above
                waiting.append(one.slug)
            else:
                parts[above.slug].append(one)


def _parts(parts: dict[str, list[Card]], whole: Card, depth: int) -> Iterator[tuple[Card, int]]:
    """Parts of parts to any depth: an imported list may nest thousands of items."""
    waiting = [(part, depth) for part in reversed(parts.get(whole.slug, ()))]
    while waiting:
        part, level = waiting.pop()
        yield part, level
        waiting += [(one, level + 1) for one in reversed(parts.get(part.slug, ()))]
