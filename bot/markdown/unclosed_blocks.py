"""The block that a text leaves open, so that what follows it on the page would become part of it."""

from __future__ import annotations

import re

from bot.markdown.parse import Node, nodes

_NEXT = "\n\n## x"  # stands for what follows, where this heading must be one
_SIGNS = re.compile(r"```|~~~|<[!?a-z]", re.IGNORECASE)
_OPENING = re.compile(r"(?P<fence>`{3,}|~{3,})|<(?P<sign>!--|\?|!\[CDATA\[|!)|<(?P<tag>[A-Za-z]+)")
_CLOSING = {"!--": "-->", "?": "?>", "![CDATA[": "]]>", "!": ">"}


def open_block(text: str) -> Node | None:
    """The code or HTML that goes on after the end of `text`, None where a heading could follow.

    `<pre>` that only `</script>` ends counts as open to pulldown-cmark, and as closed to GitHub.
    """
    if not _SIGNS.search(text):
        return None
    return next((node for node in nodes(text + _NEXT) if node.end > len(text) + 2 and _swallows(node)), None)


def _swallows(node: Node) -> bool:
    return node.kind in {"CodeBlock", "HtmlBlock"}


def closed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The page's lines, and one that closes what they leave open: nothing put after the page is part of that."""
    closing = unclosed(lines)
    return (*lines[:-1], closing, "") if closing else lines


def unclosed(lines: tuple[str, ...]) -> str:
    """The line that closes a fence, comment or raw HTML left open at the end of the page; empty when none is."""
    text = "\n".join(lines)
    node = open_block(text)
    opening = _OPENING.match(text, node.start) if node else None
    if opening is None:
        return ""
    return opening["fence"] or _CLOSING.get(opening["sign"]) or f"</{opening['tag'].lower()}>"
