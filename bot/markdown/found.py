"""A link as it stands in a piece of Markdown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One link as written: its target, the text a reader sees, the 0-based line of the target, and how it is given.

    `kind` is `inline`, `reference`, `bare`, `html` or `broken` (meant as a link, and GitHub does not make it that).
    `start` and `end` are offsets in the text it was found in. `badge` says that the reader sees only an image.
    `written` is what stands there when GitHub makes something else of it, see `bot.catalog.model.Link`.
    """

    url: str
    label: str
    line: int
    kind: str
    start: int
    end: int
    badge: bool = False
    written: str = ""

    @property
    def outward(self) -> bool:
        """Whether it leads out of the page: a link to a heading of the page itself names nothing."""
        return bool(self.url) and not self.url.startswith(("#", "mailto:", "tel:"))
