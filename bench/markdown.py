"""Compares the links read from Markdown pages with those in the HTML that GitHub's own renderer makes of them.

python -m bench.markdown FOLDER…    prints, page by page, the URLs that only one of the two has
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from bot.markdown.links import links
from bot.markdown.page import page_lines

SHOWN = 20


class _Hrefs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.hrefs[plain(href)] += 1


def plain(url: str) -> str:
    """A URL without escapes: the renderer writes some of its own."""
    return unquote(url.strip())


def github(text: str) -> Counter[str]:
    """The URLs that GitHub links to, footnotes aside."""
    parser = _Hrefs()
    parser.feed(github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES))
    return Counter({url: n for url, n in parser.hrefs.items() if not url.startswith(("#fn", "mailto:"))})


def ours(text: str) -> Counter[str]:
    """The URLs read by us, those aside that we read as their writer meant and GitHub does not."""
    found = (link for link in links(text) if link.url and not link.written)
    return Counter(plain(link.url) for link in found)


def differences(text: str) -> Iterator[str]:
    """A line for each URL that one of the two has more often."""
    here, there = ours(text), github(text)
    meant = {plain(link.url) for link in links(text) if link.written}
    for url in sorted((here - there) | (there - here)):
        if url not in meant:
            yield f"{here[url]} here, {there[url]} on GitHub: {url}"


def _text(file: Path) -> str:
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return "\n".join(page_lines(data.decode("utf-8", "replace")))


def main(folders: list[str]) -> None:
    for file in sorted(file for folder in folders for file in Path(folder).rglob("*.md*")):
        text = _text(file)
        found = list(differences(text))
        print(f"{file.name}: {sum(github(text).values())} links, {len(found)} differences")
        for line in found[:SHOWN]:
            print(f"  {line[:200]}")


if __name__ == "__main__":
    main(sys.argv[1:])
