"""Plain text → Markdown that shows it as it is, and the anchors GitHub gives to headings."""

from __future__ import annotations

import re
import unicodedata

_ACTIVE = re.compile(r"[\\`*\[\]<>~|]|&(?=#?\w+;)|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|!(?=\[)|(?<=:)(?=//)")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+[.)](?=\s|$))")


def escape(text: str) -> str:
    """One line of text with everything that Markdown would act on escaped; CJK punctuation stays."""
    flat = " ".join(text.split())
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", _ACTIVE.sub(lambda m: f"\\{m[0]}", flat))


def link(label: str, url: str) -> str:
    """A Markdown link; the URL goes into angle brackets where parentheses would end it too early."""
    target = url.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace(" ", "%20")
    return f"[{escape(label)}](<{target}>)" if "(" in url or ")" in url else f"[{escape(label)}]({target})"


def anchor(heading: str, used: dict[str, int]) -> str:
    """The fragment GitHub makes of a heading's visible text; `used` counts those given out so far.

    Lower case, spaces to hyphens, everything but letters, marks, digits, `-` and `_` dropped, `-1`, `-2` … on
    repetition (github.com/Flet/github-slugger documents the same).
    """
    kept = "".join(c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LMN")
    slug = kept.replace(" ", "-")
    times = used.get(slug, -1) + 1
    used[slug] = times
    return f"{slug}-{times}" if times else slug


def indent(text: str, by: str) -> str:
    """Every non-empty line after the first moved to the right: what a list item's further lines need."""
    return text.replace("\n", f"\n{by}").replace(f"\n{by}\n", "\n\n")
