"""A page as GitHub shows it: headings, anchors, links, plain text. Judged by GitHub's own Markdown library."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options

from bot.markdown.escape import anchor


def html(markdown: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)


def plain(fragment: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", fragment))


def headings(markdown: str) -> list[tuple[int, str]]:
    """(level, visible text), in order."""
    return [(int(level), plain(inner)) for level, inner in re.findall(r"<h(\d)>(.*?)</h\1>", html(markdown), re.DOTALL)]


def anchors(markdown: str) -> list[str]:
    used: dict[str, int] = {}
    return [anchor(text, used) for _, text in headings(markdown)]


def ids(markdown: str) -> list[str]:
    """The places named in HTML."""
    return re.findall(r'<a id="([^"]*)"></a>', html(markdown))


def fragments(markdown: str) -> Iterator[tuple[str, str]]:
    """(visible text, fragment) of every link inside the page."""
    for target, inner in re.findall(r'<a href="#([^"]*)">(.*?)</a>', html(markdown), re.DOTALL):
        yield plain(inner), unquote(unescape(target))


def prose(markdown: str) -> str:
    """All that is shown, code left out."""
    return plain(re.sub(r"<(code|pre)>.*?</\1>", "", html(markdown), flags=re.DOTALL))
