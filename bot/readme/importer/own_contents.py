"""Lists that lead to the page's own headings by its whole address: its contents, and no entries."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote

from bot.markdown.page import Block, Page

_FEWEST = 3


def is_contents(page: Page, block: Block) -> bool:
    """Whether most links of the block lead to one address and a fragment of it that is a heading here."""
    outward = [link.url for link in page.links(block.start, block.end) if link.outward]
    jumps = [(base, fragment) for base, mark, fragment in (url.partition("#") for url in outward) if mark]
    if len(jumps) < _FEWEST or not _most(len(jumps), outward):
        return False
    base, _ = Counter(base for base, _ in jumps).most_common(1)[0]
    own = [fragment for at, fragment in jumps if at == base and unquote(fragment).lower() in page.places]
    return _most(len(own), outward)


def _most(count: int, links: list[str]) -> bool:
    return count * 3 >= len(links) * 2
