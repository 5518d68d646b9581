"""Markdown → text for a terminal, as `curate explain` prints it: no fences, no hashes, code set off by its indent.

Parsed by mistune. Line breaks stay where the author put them; what has no look of its own in a terminal
(a link's target, an image) is shown as it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import mistune

_INDENT = "    "
_BOLD, _CYAN = "1", "36"


def terminal(markdown: str) -> str:
    """The text with ANSI codes, which `click.echo` drops where the output is no terminal."""
    return "\n".join(f"{shown}\n" for token in _tokens(markdown) if (shown := _block(token)))


def _tokens(markdown: str) -> list[Mapping[str, Any]]:
    parsed = mistune.create_markdown(renderer=None)(markdown)
    return [] if isinstance(parsed, str) else list(parsed)


def _block(token: Mapping[str, Any]) -> str:
    match token["type"]:
        case "heading":
            return _styled(_inline(token["children"]), _BOLD)
        case "block_code":
            return _indented(token["raw"].rstrip("\n"))
        case "list":
            return "\n".join(_item(token, at, item) for at, item in enumerate(token["children"]))
        case "block_quote":
            return _indented("\n\n".join(map(_block, token["children"])))
        case _:
            return _inline(token["children"]) if "children" in token else token.get("raw", "").rstrip("\n")


def _item(token: Mapping[str, Any], at: int, item: Mapping[str, Any]) -> str:
    start = token["attrs"].get("start", 1)
    mark = f"{start + at}. " if token["attrs"]["ordered"] else "- "
    inner = "\n".join(shown for part in item["children"] if (shown := _block(part)))
    return mark + inner.replace("\n", "\n" + " " * len(mark))


def _inline(tokens: Iterable[Mapping[str, Any]]) -> str:
    return "".join(map(_span, tokens))


def _span(token: Mapping[str, Any]) -> str:
    match token["type"]:
        case "softbreak" | "linebreak":
            return "\n"
        case "codespan":
            return _styled(f"`{token['raw']}`", _CYAN)
        case "strong":
            return _styled(_inline(token["children"]), _BOLD)
        case "link" if (shown := _inline(token["children"])) != token["attrs"]["url"]:
            return f"{shown}（{token['attrs']['url']}）"
        case _:
            return _inline(token["children"]) if "children" in token else token.get("raw", "")


def _styled(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" if line else "" for line in text.split("\n"))
