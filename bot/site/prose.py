"""Descriptions → HTML that can do nothing, and → plain text.

HTML in a description shows as text, a link leads to http(s) or is none, and a picture is a link to it: the site asks
no other host for anything.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING

from bot.catalog.model import is_url
from bot.markdown.escape import visible

if TYPE_CHECKING:
    from mistune import Markdown

_TAG = re.compile(r"<[^>]*>")
_LOWEST, _DOWN = 6, 2  # below the heading of the page


def html(markdown: str) -> str:
    """The text as HTML; hidden characters are spelled out."""
    return str(_markdown()(visible(markdown)))


def plain(made: str) -> str:
    """What `html` made as text in one line, without marks."""
    return " ".join(unescape(_TAG.sub("", made)).split())


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip("，、；： ") + "…"


@cache
def _markdown() -> Markdown:
    """Loads mistune, so only where there is something to show."""
    import mistune  # noqa: PLC0415

    class Harmless(mistune.HTMLRenderer):
        def link(self, text: str, url: str, title: str | None = None) -> str:
            del title
            return f'<a href="{escape(url)}">{text}</a>' if is_url(url) else text

        def image(self, text: str, url: str, title: str | None = None) -> str:
            return self.link(text or escape(url), url, title)

        def heading(self, text: str, level: int, **attrs: object) -> str:
            del attrs
            level = min(level + _DOWN, _LOWEST)
            return f"<h{level}>{text}</h{level}>\n"

    return mistune.create_markdown(renderer=Harmless(escape=True), plugins=["strikethrough", "table", "url"])
