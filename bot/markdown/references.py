"""The reference definitions of a page: `[label]: url`."""

from __future__ import annotations

from bot.markdown.blocks import REFERENCE
from bot.markdown.visible import folded, plain_url


def references(lines: tuple[str, ...]) -> dict[str, str]:
    """Folded label → URL. The first definition of a label holds; footnotes are none."""
    found: dict[str, str] = {}
    for line in lines:
        if "]:" in line and (match := REFERENCE.match(line)) and not match[1].startswith("^"):
            target = match[2] if match[2] is not None else match[3]
            found.setdefault(folded(match[1]), plain_url(target))
    return found
