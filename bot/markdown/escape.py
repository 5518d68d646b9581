"""Plain text → Markdown that shows it as it is, and the anchors GitHub gives to headings."""

from __future__ import annotations

import re

# Compiled where they are used first: many a page has nothing to escape.
_ACTIVE = r"[\\`*\[\]<>~|$]|&(?=#?\w+;)|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|!(?=\[)|(?<= )#(?=#*$)"
_LINE_START = r"^(\s*)([#+=-]|\d+[.)](?=\s|$))"
_WRITTEN = r"`([^`]+)`|\\([!-/:-@\[-`{-~])"
_IN_URL = re.compile(r"[<> \n\\]|&(?=#?\w+;)")
_URL_WORDS = {"<": "%3C", ">": "%3E", " ": "%20", "\n": "", "\\": "\\\\", "&": "&amp;"}
# Unicode's "word" characters (UTS 18, annex C): these categories and the circled letters.
_LETTERS = {"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "Pc"}
_CIRCLED = {
    chr(c)
    for c in (*range(0x24B6, 0x24EA), *range(0x1F130, 0x1F14A), *range(0x1F150, 0x1F16A), *range(0x1F170, 0x1F18A))
}

# What GitHub turns into links, mentions, references or pictures without any Markdown: it leaves code alone.
_WORD = r"[!-_a-{}~]+"  # printable ASCII but ` and |, which would end a code span or a table cell
_LIVELY = (
    r"@[0-9A-Za-z._-]|#[0-9]|://|(?i:www\.|gh-[0-9]|mailto:|xmpp:)|:[0-9a-z_+-]{1,50}:"
    r"|(?<![0-9A-Za-z])(?=[0-9a-f]{0,39}[a-f])(?=[0-9a-f]{0,39}[0-9])[0-9a-f]{7,40}(?![0-9A-Za-z])"
)
# Without any of these, nothing above can act: most names and labels, and a page has tens of thousands of them.
_SUSPECT = re.compile(r"[\\`*\[\]<>~|$&_!#@:]|^[+=-]|^\d+[.)]|[0-9a-f]{7}|[wW]{3}\.|[gG][hH]-")
_BEFORE, _AFTER = "([{<\"'", ")]}>\"'.,;:!?"
_BULLET = r"\s*[-*•]\s+(\S.*)"
_NUMBERED = r"\s*(\d{1,2})[.)]\s+(\S.*)"


def flat(text: str) -> str:
    """One line, one space at a time: what is left of blanks on a page."""
    return " ".join(text.split())


def escape(text: str) -> str:
    """One line of text that shows as it is: Markdown escaped, and as code what GitHub would make a link of."""
    line = flat(text)
    return _escaped(line) if _SUSPECT.search(line) else line


def _escaped(line: str) -> str:
    done = 0
    parts: list[str] = []
    for word in re.finditer(_WORD, line):
        inner = word[0].lstrip(_BEFORE)
        start = word.end() - len(inner)
        inner = inner.rstrip(_AFTER)
        if inner and re.search(_LIVELY, word[0]):
            parts += [_plain(line[done:start], first=not parts), f"`{inner}`"]
            done = start + len(inner)
    return "".join([*parts, _plain(line[done:], first=not parts)])


def _plain(text: str, *, first: bool) -> str:
    escaped = re.sub(_ACTIVE, lambda m: f"\\{m[0]}", text)
    return re.sub(_LINE_START, lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", escaped) if first else escaped


def unescape(text: str) -> str:
    """What `escape` was given, blanks folded: `unescape(escape(text)) == flat(text)`."""
    return re.sub(_WRITTEN, lambda m: m[1] or m[2], text) if "\\" in text or "`" in text else text


def unescape_url(target: str) -> str:
    """The URL that `link` was given, but for blanks and angle brackets, which no URL holds."""
    return target.replace("\\\\", "\\").replace("&amp;", "&")


def escape_html(text: str) -> str:
    """The same inside of HTML, where Markdown's own marks mean nothing."""
    words = (
        f"<code>{_html(word)}</code>" if re.search(_LIVELY, word) else _html(word) for word in flat(text).split(" ")
    )
    return " ".join(words)


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def visible(text: str) -> str:
    """Text with each hidden character spelled out, for showing what somebody typed to them."""
    from bot.text.invisible import hidden  # noqa: PLC0415 - a page is made without it

    done, parts = 0, []
    for one in hidden(text):
        parts += [text[done : one.at], f"⟨{one.code}⟩"]
        done = one.at + 1
    return "".join([*parts, text[done:]])


def shown(text: str) -> str:
    """One line that somebody typed, harmless, with each hidden character spelled out."""
    return escape(visible(text))


def paragraphs(text: str) -> str:
    """Several lines that show as they are: blank lines part paragraphs, lines that begin with `- ` are a list, and so
    are those numbered from 1 on.
    """
    lines = text.split("\n")
    numbers = [int(found[1]) for line in lines if (found := re.match(_NUMBERED, line))]
    counted = len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]
    blocks: list[list[str]] = [[]]
    for line in lines:
        mark, said = _item(line, counted=counted)
        words = escape(said)
        if mark:
            blocks += [[], [mark, words]] if mark == "1. " else [[mark, words]]
        elif not words:
            blocks += [[], []]
        elif blocks[-1] and not _joins(blocks[-1][-1], words):
            blocks[-1] += [" ", words]
        else:
            blocks[-1].append(words)
    return re.sub(r"\n{2,}", "\n\n", "\n".join("".join(block) for block in blocks)).strip("\n")


def _item(line: str, *, counted: bool) -> tuple[str, str]:
    """The mark of a list's item and the words after it; no mark where it is none."""
    if found := re.match(_BULLET, line):
        return "- ", found[1]
    if counted and (found := re.match(_NUMBERED, line)):
        return f"{found[1]}. ", found[2]
    return "", line


def _joins(before: str, after: str) -> bool:
    """Chinese is written without spaces, so a line break inside it leaves none."""
    return ord(before[-1]) > 0x2E7F and ord(after[0]) > 0x2E7F


def link(label: str, url: str) -> str:
    """A Markdown link; the URL goes into angle brackets where parentheses would end it too early."""
    target = _IN_URL.sub(lambda m: _URL_WORDS[m[0]], url)
    return f"[{escape(label)}](<{target}>)" if "(" in url or ")" in url else f"[{escape(label)}]({target})"


class _Kept(dict[int, str]):
    """For str.translate: what GitHub keeps of a character in a fragment, found once per character."""

    def __missing__(self, code: int) -> str:
        import unicodedata  # noqa: PLC0415 - most runs keep all their fragments from the one before

        kept = chr(code) if unicodedata.category(chr(code)) in _LETTERS or chr(code) in _CIRCLED else ""
        self[code] = "-" if code == ord(" ") else kept
        return self[code]


_KEPT = _Kept({ord("-"): "-", 0x200C: "\u200c", 0x200D: "\u200d"})  # joiners are of a word to Ruby


def slug(heading: str) -> str:
    """The fragment GitHub makes of a heading's visible text, were there no other like it.

    Lower case, spaces to hyphens, everything but letters, marks, digits, connectors and `-` dropped.
    """
    return heading.lower().translate(_KEPT)


def unique(slug: str, used: dict[str, int]) -> str:
    """A repeated fragment gets the first free of `-1`, `-2` …; `used` counts those given out so far.

    As the fixtures of github.com/Flet/github-slugger record it of GitHub.
    """
    free = slug
    while free in used:
        used[slug] += 1
        free = f"{slug}-{used[slug]}"
    used[free] = 0
    return free


def anchor(heading: str, used: dict[str, int]) -> str:
    """The fragment GitHub gives to a heading after those in `used`."""
    return unique(slug(heading), used)


def indent(text: str, by: str) -> str:
    """Every non-empty line after the first moved to the right: what a list item's further lines need."""
    return text.replace("\n", f"\n{by}").replace(f"\n{by}\n", "\n\n")
