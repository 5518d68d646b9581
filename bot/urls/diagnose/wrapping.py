"""What a URL drags along when it is copied: brackets, words, blanks, escapes, characters nobody sees."""

from __future__ import annotations

import re

from bot.text.invisible import hidden
from bot.urls.diagnose.full_width import glued
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import ASCII_SITES
from bot.urls.shape import host_name, looks_like_host

_WRAPPED = re.compile(
    r"!?\[(?P<label>[^\]]*)\]\(<?(?P<link>[^()<>\s]+)>?\)|<(?P<angle>[^<>]+)>|(?P<mark>\*{1,3}|_{1,3}|~~|==)(?P<marked>https?://.+)(?P=mark)|[\"'“”‘’`](?P<quote>[^\"'“”‘’`]+)[\"'“”‘’`]"
    r"|[(（【\[](?P<bracket>[a-zA-Z][^()（）【】\[\]]+)[)）】\]]"
)
_WORDS_BEFORE = re.compile(r"(?!https?[:：/])[^/]*[\u3000-\u9fff\uff00-\uff60:]\s*(?=https?://)")
_MARKS_BEFORE = re.compile(r"[^\w\s/#.?%$({\\-][^\w\s/.?%$({\\-]{0,5}\s*(?=https?://)|[-+*#>]\s+(?=https?://)")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[\]-`{-~])")


def wrapped(url: str) -> UrlProblem | None:
    """A Markdown link, brackets or quotes around the URL, or words before it."""
    text = url.strip()
    if "](" in text and (cut := text[: text.index("](")]).startswith("http"):
        return UrlProblem("后面带着 Markdown 链接的一部分", "只写网址本身", cut)
    if opened := re.match(r"[\[(<（【《「\"“'`]+(?=https?://)", text):
        rest = text[opened.end() :]
        if _WRAPPED.fullmatch(text) is None:
            return UrlProblem(f"前面多了“{opened[0]}”", "请删去它", rest)
    match = _WRAPPED.fullmatch(text)
    if match and "://" in (match["label"] or "") and _bare(match["label"]) != _bare(match["link"]):
        return UrlProblem("里有不止一个网址", "一条链接只写一个网址，其余的另起一项")
    if match and (inner := match["link"] or match["angle"] or match["quote"] or match["bracket"] or match["marked"]):
        around = "引号" if match["quote"] else f"“{match['mark']}”" if match["mark"] else f"“{text[0]}{text[-1]}”"
        return UrlProblem("写成了 Markdown 链接" if match["link"] else f"外面包着{around}", "只写网址本身", inner)
    if (marks := _MARKS_BEFORE.match(text)) and text.count("://") == 1:
        return UrlProblem(f"前面多了“{marks[0].strip()}”", "请删去它", text[marks.end() :])
    if (words := _WORDS_BEFORE.match(text)) and text.count("://") == 1:
        return UrlProblem(f"前面有别的文字“{words[0].strip()[:20]}”", "只写网址本身", text[words.end() :])
    return None


def _bare(url: str) -> str:
    return re.sub(r"(?:%C2%A0|%20|/)+$", "", url, flags=re.IGNORECASE).lower()


def blank(url: str) -> UrlProblem | None:
    if url != url.strip():
        return UrlProblem("首尾有空格", "请删去空格", url.strip())
    if not (space := re.search(r"\s+", url)):
        return None
    if second := re.search(r"\s+https?://", url):
        if not re.search(r"[/.]", before := url[: second.start()]):
            return UrlProblem(f"前面有别的文字“{before[:20]}”", "只写网址本身", url[second.start() :].strip())
        fix = "一条链接只写一个网址，其余的另起一项"
        return UrlProblem("里有不止一个网址", fix, likely=before)
    before, after = url[: space.start()], url[space.end() :]
    if not after.isascii() and host_name(before) in ASCII_SITES:
        return glued(url, before)
    close = re.sub(r"(?<=[/:：])\s+|\s+(?=[/:：])", "", url)
    if "://" not in close and "：//" not in close and not looks_like_host(before):
        return UrlProblem("不是网址", "请写以 https:// 开头的完整网址，没有就删去这条链接")
    what = "中间有换行" if "\n" in space[0] else "中间有空格"
    fix = "空格属于网址时请写成 %20，否则请删去空格和后面多余的文字"
    return UrlProblem(f"{what}（第 {space.start() + 1} 个字符）", fix, "" if re.search(r"\s", close) else close)


def invisible_character(url: str) -> UrlProblem | None:
    if not (found := list(hidden(url))):
        return None
    one = found[0]
    at = {h.at for h in found if h.removable}
    clean = "".join(c for i, c in enumerate(url) if i not in at) if len(at) == len(found) else ""
    return UrlProblem(f"里有{one.what} {one.code}（第 {one.at + 1} 个字符）", "请删去这个字符，或重新复制网址", clean)


def backslash(url: str) -> UrlProblem | None:
    if "\\" not in url:
        return None
    if re.match(r"[A-Za-z]+:\\", url):
        return UrlProblem("把斜杠写成了反斜杠", "请改用“/”", re.sub(r"\\+", "/", url).replace(":/", "://", 1))
    return UrlProblem("里有反斜杠", "请删去反斜杠，或改成“/”", _ESCAPED.sub("", url) if _ESCAPED.search(url) else "")


def html_entity(url: str) -> UrlProblem | None:
    if "&amp;" not in url:
        return None
    return UrlProblem("里的“&amp;”是网页源码的写法", "请改成“&”", url.replace("&amp;", "&"))
