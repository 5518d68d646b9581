"""What is left of a heading when GitHub has rendered it and its tags are gone: the text that its anchor is made of.

No blank is folded and none is cut off: a picture at the end of a heading leaves the blank before it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Container

_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][A-Za-z0-9-]*(?:[\s/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?>", re.DOTALL)
_IN_PARENS = r"\(\s*(?:<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
_INNER = r"((?:[^\[\]]|\[[^\[\]]*\])*)"
_IMAGE = re.compile(rf"!\[{_INNER}\](?:{_IN_PARENS}|\[([^\[\]]*)\])?")
_LINK = re.compile(rf"\[{_INNER}\](?:{_IN_PARENS}|\[([^\[\]]*)\])")
# The nearest opening mark before a closing one belongs to it.
_ITALIC = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])((?:(?!(?<![\w_])_{1,3}[^\s_]).)*?[^\s_])\1(?![\w_])")
# Marks that a backslash or backticks protect, until emphasis is resolved.
_HELD = {"_": "\ue000", "[": "\ue001", "]": "\ue002", "!": "\ue003", "<": "\ue004", "&": "\ue005"}
_BACK = str.maketrans({held: mark for mark, held in _HELD.items()})


def heading_text(markdown: str, refs: Container[str] = ()) -> str:
    """`refs`: the labels that the page defines, in lower case; an image or a link without one is text.

    >>> heading_text("**Tools** ![new](a.svg)"), heading_text("`a_b` & [c](d) &amp; _e_")
    ('**Tools** ', 'a_b & c & e')
    """
    text = _CODE.sub(lambda m: _hold(m[2]), markdown)
    text = _ESCAPE.sub(lambda m: _hold(m[1]), text)
    if "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    if "[" in text:
        text = _IMAGE.sub(lambda m: "" if _is_link(m, refs) else m[0], text)
        for _ in range(2):  # a link within the text of a broken one
            text = _LINK.sub(lambda m: m[1] if m[2] is None or _is_link(m, refs) else m[0], text)
    while "_" in text and (now := _ITALIC.sub(r"\2", text)) != text:
        text = now
    return html.unescape(text).translate(_BACK)


def _hold(text: str) -> str:
    return "".join(_HELD.get(char, char) for char in text)


def _is_link(found: re.Match[str], refs: Container[str]) -> bool:
    """Whether brackets are followed by a target, or by (or are) a label that is defined."""
    if found[0].endswith(")"):
        return True
    return " ".join((found[2] or found[1]).split()).lower() in refs
