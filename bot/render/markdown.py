"""Plain text → Markdown that shows it as it is, and the anchors GitHub gives to headings."""

from __future__ import annotations

import re
import unicodedata

from bot.hidden import hidden

_ACTIVE = re.compile(r"[\\`*\[\]<>~|$]|&(?=#?\w+;)|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|!(?=\[)|(?<= )#(?=#*$)")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+[.)](?=\s|$))")


# What GitHub turns into links, mentions, references or pictures without any Markdown: it leaves code alone.
_WORD = re.compile(r"[!-_a-{}~]+")  # printable ASCII but ` and |, which would end a code span or a table cell
_LIVELY = re.compile(
    r"@[0-9A-Za-z]|#[0-9]|://|(?i:www\.|gh-[0-9]|mailto:|xmpp:)|:[0-9a-z_+-]{1,50}:"
    r"|(?<![0-9A-Za-z])(?=[0-9a-f]{0,39}[a-f])(?=[0-9a-f]{0,39}[0-9])[0-9a-f]{7,40}(?![0-9A-Za-z])"
)
_BEFORE, _AFTER = "([{<\"'", ")]}>\"'.,;:!?"
_BULLET = re.compile(r"\s*[-*•]\s+(\S.*)")


def escape(text: str) -> str:
    """One line of text that shows as it is: Markdown escaped, and as code what GitHub would make a link of."""
    flat = " ".join(text.split())
    done = 0
    parts: list[str] = []
    for word in _WORD.finditer(flat):
        inner = word[0].lstrip(_BEFORE)
        start = word.end() - len(inner)
        inner = inner.rstrip(_AFTER)
        if inner and _LIVELY.search(word[0]):
            parts += [_plain(flat[done:start], first=not parts), f"`{inner}`"]
            done = start + len(inner)
    return "".join([*parts, _plain(flat[done:], first=not parts)])


def _plain(text: str, *, first: bool) -> str:
    escaped = _ACTIVE.sub(lambda m: f"\\{m[0]}", text)
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", escaped) if first else escaped


def visible(text: str) -> str:
    """Text with each hidden character spelled out, for showing what somebody typed to them."""
    done, parts = 0, []
    for one in hidden(text):
        parts += [text[done : one.at], f"⟨{one.code}⟩"]
        done = one.at + 1
    return "".join([*parts, text[done:]])


def paragraphs(text: str) -> str:
    """Several lines that show as they are: blank lines part paragraphs, lines that begin with `- ` are a list."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        words = escape(bullet[1] if bullet else line)
        if bullet:
            blocks.append(["- ", words])
        elif not words:
            blocks += [[], []]
        elif blocks[-1] and not _joins(blocks[-1][-1], words):
            blocks[-1] += [" ", words]
        else:
            blocks[-1].append(words)
    return re.sub(r"\n{2,}", "\n\n", "\n".join("".join(block) for block in blocks)).strip("\n")


def _joins(before: str, after: str) -> bool:
    """Chinese is written without spaces, so a line break inside it leaves none."""
    return ord(before[-1]) > 0x2E7F and ord(after[0]) > 0x2E7F


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
