"""The sections of a list from its headings: one for every run of entries that nothing but blank lines divides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.catalog.model import SectionEntry
from bot.markdown.page import Page, Span
from bot.markdown.visible import visible
from bot.readme.importer.entries import headings
from bot.readme.importer.outline import Part
from bot.readme.importer.slugs import free
from bot.readme.importer.words import clean_name
from bot.text.slugs import title_slug

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Run:
    """Entries in a row, the part whose section they are in, and the text that stands between two of them."""

    spans: tuple[Span, ...]
    home: int
    between: str


@dataclass
class Node:
    """A section being built; `path` is known once its parent's is."""

    title: str
    show: str = "list"
    path: str = ""
    children: list[Node] = field(default_factory=list)


def runs(page: Page, outline: Sequence[Part], found: Sequence[Sequence[Span]]) -> list[Run]:
    """All entries in order of their lines, cut where prose stands between two or another section starts."""
    result: list[Run] = []
    row: list[Span] = []
    at = 0
    for index, spans in enumerate(found):
        for span in spans:
            home = _home(outline, index, span)
            if row and (home != at or not _adjacent(page, row[-1], span)):
                result.append(_run(page, row, at))
                row = []
            row.append(span)
            at = home
    return [*result, _run(page, row, at)] if row else result


def _home(outline: Sequence[Part], index: int, span: Span) -> int:
    heading = outline[index].heading
    own = heading and span.shape == "headings"
    return max(outline[index].parent, 0) if own else index


def _adjacent(page: Page, one: Span, other: Span) -> bool:
    return not any(page.lines[at].strip() for at in range(one.end, other.start))


def _run(page: Page, row: Sequence[Span], home: int) -> Run:
    apart = all(gap(page, one, other).endswith("\n\n") for one, other in pairwise(row))
    return Run(tuple(row), home, "\n\n" if apart and (len(row) > 1 or row[0].shape == "headings") else "\n")


def gap(page: Page, one: Span, other: Span) -> str:
    """What stands between the last character of one entry and the first of the next: line ends and blanks."""
    return "\n" + "".join(f"{line}\n" for line in page.lines[one.end : other.start])


class Tree:
    """The sections of one page, made as runs ask for them; `top` are the outermost."""

    def __init__(self, page: Page, outline: Sequence[Part], title: str) -> None:
        self.page, self.outline, self.title = page, outline, title
        self.top: list[Node] = []
        self._nodes: dict[int, Node] = {}
        self._taken: Counter[int] = Counter()
        only = sum(part.level == 1 for part in outline) == 1
        self._titled = 1 if only and len(outline) > 1 and outline[1].level == 1 else -1

    def section(self, run: Run) -> Node:
        """The section for a run: its heading's, or one below that when another run or other sections are there."""
        node = self._node(run.home)
        self._taken[run.home] += 1
        if self._taken[run.home] > 1:
            named = _label(self.page, run.spans[0].start) or f"{node.title}（{self._taken[run.home]}）"
            node.children.append(Node(named))
            node = node.children[-1]
        node.show = "headings" if run.between == "\n\n" else "list"
        return node

    def _node(self, index: int) -> Node:
        if index not in self._nodes:
            part = self.outline[index]
            text = clean_name(headings.title(self.page, part.heading)) if part.heading else self.title
            self._nodes[index] = Node(text or "（无题）")
            outer = part.parent < 0 or part.parent == self._titled
            (self.top if outer else self._node(part.parent).children).append(self._nodes[index])
        return self._nodes[index]


def build(page: Page, outline: Sequence[Part], found: Sequence[Run], title: str) -> tuple[list[Node], list[Node]]:
    """The outermost sections, and the section of each run."""
    tree = Tree(page, outline, title)
    chosen = [tree.section(run) for run in found]
    set_paths(tree.top, "")
    return tree.top, chosen


def _label(page: Page, start: int) -> str:
    """The line above a run as its title, where it is a short one."""
    for at in range(start - 1, max(-1, start - 4), -1):
        if page.lines[at].strip():
            text = clean_name(page.lines[at].strip().lstrip("-*+ "))
            return text if 0 < len(text) <= _LONGEST and visible(text) == text and "://" not in text else ""
    return ""


def set_paths(nodes: Sequence[Node], above: str) -> None:
    used: dict[str, int] = {}
    for number, node in enumerate(nodes, 1):
        node.path = above + free(title_slug(node.title) or f"section-{number}", used)
        set_paths(node.children, f"{node.path}/")


def entry(node: Node) -> SectionEntry:
    """The section as catalog/list.yml gives it; its introduction stays in the template."""
    return SectionEntry(
        node.path.rpartition("/")[2], node.title, node.show, sections=tuple(entry(child) for child in node.children)
    )
