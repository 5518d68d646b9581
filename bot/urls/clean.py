"""What a copied address drags along, taken off before it is parsed."""

from __future__ import annotations

import html
import re

# Brackets and stops that end a sentence around a bare address; no site uses them there on purpose.
CHINESE_STOP = re.compile(r"[，。；、！？：“”‘’（）《》「」『』【】…]")
WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0x3002: 0x2E}
MARKDOWN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
SCHEME = re.compile(r"(?i)^h?t?tps?[:：]?[/／\\]{1,3}(?=[\w\[.])|^https?(?=[:：])[:：]+[/／\\]*")
HOST_START = re.compile(r"(?i)^(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/:?#]|$)")
TWICE = re.compile(r"(?i)^https?[:/]+(?=https?://?)")
GLUED = re.compile(r"(?i)(?<=[^/=:?&#%])https?://")
INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")
PAIRS = {")": "(", "]": "[", "}": "{"}
SENTENCE_HOSTS = re.compile(r"(?i)//[\w.]*wiki[\w.]*/")


def clean(url: str) -> str:
    """The address a person meant: no wrapping, no full-width look-alikes, no swallowed stop, one scheme.

    >>> clean(" <https：//github.com/a/b，一个项目> ")
    'https://github.com/a/b'
    """
    text = INVISIBLE.sub("", url.strip())
    if text.isascii() and "\\" not in text and "&" not in text and text.startswith(("https://", "http://")):
        return _end(_once(text))
    text = MARKDOWN_ESCAPE.sub(r"\1", html.unescape(text)).strip("<> \t\r\n")
    text = _scheme(text)
    if not text.isascii() and not SENTENCE_HOSTS.search(text[:60]):
        text = text[:8] + CHINESE_STOP.split(text[8:], maxsplit=1)[0]
        text = text.translate(WIDE)
    return _end(_once(text))


def _once(text: str) -> str:
    """The first of two addresses pasted into each other; an address carried on purpose follows `/` or `=`."""
    return GLUED.split(TWICE.sub("", text), maxsplit=1)[0]


def _scheme(text: str) -> str:
    if found := SCHEME.match(text):
        secure = "s" in found[0].lower().split(":")[0].split("：")[0]
        return ("https://" if secure else "http://") + text[found.end() :]
    if text.startswith("//"):
        return "https:" + text
    return "https://" + text if HOST_START.match(text.split("：", maxsplit=1)[0]) else text


def _end(text: str) -> str:
    """Without the quote, comma or unpaired bracket of the sentence it stood in."""
    while text and (text[-1] in "\"'`,;<>*!|" or (text[-1] == "." and not text.endswith("/.")) or _unpaired(text)):
        text = text[:-1]
    return text


def _unpaired(text: str) -> bool:
    opening = PAIRS.get(text[-1])
    return opening is not None and text.count(text[-1]) > text.count(opening)
