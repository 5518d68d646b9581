"""Marked-up text → plain text, where it is sure what was meant; what was in links beside it.

What a sentence cannot hold (headings, tables, code) is left as it is: `unfit_text` asks for it to be rewritten.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import groupby

_TAGS = (
    "a|abbr|b|big|blockquote|br|center|del|details|div|em|font|i|img|ins|kbd|li|mark|ol|p|picture|small|source|span|"
    "strong|sub|summary|sup|u|ul"
)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_HTML_LINK = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)[^<>]*>([^<>]*)</a\s*>""", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\s*/?>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TARGET = r"\(\s*<?((?:[^()<>\s]|\([^()<>\s]*\))+)>?(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]*\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]*)\](?=\(\s*<?https?:){_TARGET}", re.IGNORECASE)  # others a rule tells of
_BADGE = re.compile(rf"\[\s*{_IMAGE.pattern}\s*\]{_TARGET}|{_IMAGE.pattern}")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<![A-Za-z0-9*\\])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![A-Za-z0-9*])")
_UNDERLINED = re.compile(r"(?<!\w)(__|_)(?=\S)([^_\n]*[^_\x00-\x7f][^_\n]*)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]+)(?<!`)\1(?!`)")
_QUOTE = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}([-*_])(?:[ ]*\1){2,}[ ]*$", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-*+•·]|\d{1,2}[.)、])\s+(?:\[[ xX]\]\s+)?(\S.*)")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_LEADS = ("：", ":")
_JOINED = re.compile(r"(?<=[A-Za-z0-9])[－．](?=[A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class PlainText:
    """`links` are (words, address) of the links that stood in it; `pictures` whether there were any."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    pictures: bool = False


def narrow(text: str) -> str:
    """Latin letters and digits in their usual width, and the marks that join two of them.

    >>> narrow("ＩｎｔｅｒｎＬＭ－７Ｂ，７０亿")
    'InternLM-7B，70亿'
    """
    text = text.translate(_WIDE)
    return _JOINED.sub(lambda mark: {"－": "-", "．": "."}[mark[0]], text)


def made_plain(text: str) -> PlainText:
    """Pictures and tags dropped, links and emphasis as their words, lists as sentences.

    >>> made_plain("**MOSS** 见[官网](https://a.org)：\\n- 中英双语\\n- 支持插件")
    PlainText(text='MOSS 见官网：中英双语；支持插件。', links=(('官网', 'https://a.org'),), pictures=False)
    """
    plain = inline(_BREAK.sub("\n", _COMMENT.sub("", text)))
    bare = _QUOTE.sub("", _RULE.sub("", plain.text))
    return PlainText(_as_sentences(bare).strip(), plain.links, plain.pictures)


def inline(text: str) -> PlainText:
    """The same within lines."""
    found: list[tuple[str, str]] = []

    def words(match: re.Match[str], said: int, url: int) -> str:
        found.append((match[said].strip(), match[url]))
        return match[said]

    bare = _BADGE.sub("", text)
    pictures = bare != text or "<img" in text.lower()
    bare = _LINK.sub(lambda match: words(match, 1, 2), bare)
    bare = _HTML_LINK.sub(lambda match: words(match, 2, 1), bare)
    bare = _TAG.sub("", _AUTOLINK.sub(r"\1", bare))
    for mark, kept in ((_BOLD, r"\1"), (_ITALIC, r"\1"), (_UNDERLINED, r"\2"), (_CODE, r"\2")):
        bare = mark.sub(kept, bare)
    links = tuple((said, url) for said, url in found if said)
    return PlainText(narrow(html.unescape(bare)), links, pictures)


def without_pictures(line: str) -> str:
    """A line without its pictures, and without the links that hold nothing else: badges."""
    return _BADGE.sub("", line) if "![" in line else line


def _as_sentences(text: str) -> str:
    """Each list as one line, after the line that leads to it where there is one."""
    lines: list[str] = []
    for is_list, group in groupby(text.split("\n"), lambda line: bool(_ITEM.fullmatch(line))):
        if not is_list:
            lines += group
            continue
        said = _sentence([item[1].strip() for line in group if (item := _ITEM.fullmatch(line))])
        while len(lines) > 1 and not lines[-1].strip() and lines[-2].rstrip().endswith(_LEADS):
            lines.pop()
        if lines and lines[-1].rstrip().endswith(_LEADS):
            lines[-1] = lines[-1].rstrip() + said
        else:
            lines.append(said)
    return "\n".join(lines)


def _sentence(items: list[str]) -> str:
    bare = [item.rstrip("；;。，, ") for item in items]
    between = "。" if any(re.search("[。！？]", item) for item in bare) else "；"
    return between.join(bare) + ("" if bare[-1].endswith(("！", "？", "：")) else "。")
