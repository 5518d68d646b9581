"""What a sentence or a bracket leaves at the end of a URL, and characters that no URL holds."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import ASCII_SITES
from bot.urls.shape import host_name

_CHINESE_END = "，。、；：“”‘’…》】」』"
_ASCII_END = ',;:"`|<>'
# A full stop that may belong to a title: an encyclopedia's, or after a common abbreviation.
_ABBREVIATED = re.compile(r"//[^/]*wiki|(?:Inc|Ltd|Corp|Co|Jr|Sr|St|Dr|No|vs|etc|\.[A-Za-z])\.$")
# HTML or Markdown around the address, percent-encoded when it was copied: the end of an attribute, a tag, `](`.
_SWALLOWED = re.compile(
    r"(?:%22|%E2%80%9D)(?:%3E|%20|/?$)|%3C(?:/|%2F)?[a-z]|%3E$|%5D(?:\(|%28)|\)%5B|[\"”]>|</[a-z]", re.IGNORECASE
)
_STRAY = re.compile(r"[<>\"{}|^`]")
_TAG_MARK = re.compile(r"[<>`]")
_ENCODED_END = re.compile(
    r"(?:%20|%0A|%0D|%09|%E2%80%8[B-F]|%EF%BB%BF|%C2%A0|%EF%BC%8C|%E3%80%8[12]|%EF%BC%9B)+$", re.IGNORECASE
)


def trailing_marks(url: str) -> UrlProblem | None:
    """What a sentence or a bracket leaves behind; a closing bracket that was opened inside the URL belongs to it."""
    kept = re.sub(r"\*{2,}$", "", _ENCODED_END.sub("", url))
    while kept and _loose(kept):
        kept = kept[:-1]
    return UrlProblem(f"末尾多了“{url[len(kept) :][:20]}”", "请删去末尾多余的符号", kept) if kept != url else None


def _loose(url: str) -> bool:
    last = url[-1]
    if url.endswith(("()", "（）")) and host_name(url) in ASCII_SITES and "#" not in url:
        return True
    for opened, closed in ("()", "[]", "（）", "【】", "《》"):
        if last == closed:
            return url.count(closed) > url.count(opened)
        if last == opened:
            return True
    if last in "！？":
        return url[-2].isascii()
    if last in ".*'" and host_name(url) in ASCII_SITES:
        return True
    if last == ".":
        return not _ABBREVIATED.search(url)
    if last == "'":
        return url.count("'") % 2 == 1
    return last in _CHINESE_END or last in _ASCII_END


def swallowed_markup(url: str) -> UrlProblem | None:
    """Percent-encoded markup in the path; in a query a quote may be searched for."""
    path = re.match(r"[^?#]*", url)
    if not path or not (found := _SWALLOWED.search(path[0])):
        return None
    kept = url[: found.start()]
    if found[0].startswith(")") and kept.count("(") > kept.count(")"):
        return None
    what = f"里带着网页或 Markdown 的符号“{unquote(found[0])}”"
    return UrlProblem(what, "请只保留它前面的网址，或重新复制", kept if kept.count("/") > 2 else "")


def stray_character(url: str) -> UrlProblem | None:
    """Characters no URL holds; in a query browsers send them encoded, so that such a link works."""
    path, _, query = url.partition("?")
    if match := _STRAY.search(path) or _TAG_MARK.search(query):
        return UrlProblem(
            f"里有网址不能用的“{match[0]}”（第 {url.index(match[0]) + 1} 个字符）", "请核对后重新复制网址"
        )
    return None
