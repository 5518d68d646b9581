"""An entry's Markdown as an issue or a pull request shows it, away from the page it was made for."""

from __future__ import annotations

import re

from bot.markdown.harmless import harmless

_INNER = re.compile(r"((?<!\\)\]\(<?|(?<!\\)<a\s[^<>]*?\bhref=[\"']?)(?=#)")
_LABEL = re.compile(r"\[((?:[^\[\]\\\n]|\\.)*)\]\(<?#[^()\s]*\)")
# GitHub notes in an issue, a pull request, a discussion or a commit who links to it, unless by this other name of it.
_NOTED = re.compile(
    r"(?i)(https?:)?//(?:www\.)?github\.com(?::\d+)?(?=/+[^/\s]+/+[^/\s]+/+(?:issues?|pulls?|discussions?|commits?|compare)\b)"
)


def home_of(repository: str, declared: str = "") -> str:
    """The address at which GitHub shows the page of "owner/name"; as the list declares it where there is none."""
    return f"https://github.com/{repository}" if repository else declared.rstrip("/")


def away(text: str, home: str) -> str:
    """Links within the page lead to it at `home` (or become text where that is not known); nobody is called."""
    inner = _INNER.sub(rf"\g<1>{home}", text) if home else _LABEL.sub(r"\1", text)
    return harmless(_NOTED.sub(r"https://redirect.github.com", inner))
