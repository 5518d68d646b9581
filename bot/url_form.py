"""What is wrong with the form of a URL, seen without a network, and what it must have been where that is certain.

`url_problem` walks through the steps below. A step finds one fault and may say how the URL reads without it;
repairs are made one after another until nothing is left to find, or until one fault cannot be mended surely.
Written for people who copy addresses out of Chinese text, chats and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot import url_host
from bot.hidden import hidden

LONGEST = 2000
KNOWN = url_host.KNOWN


@dataclass(frozen=True, slots=True)
class UrlProblem:
    """`message` and `fix` are Chinese without a full stop; `repaired` is a sound URL, or "" where unsure."""

    message: str
    fix: str
    repaired: str = ""


# The plain case, decided at once: lower-case scheme, a host with a dot, harmless characters, a harmless end.
_BORING = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])*/?")
_WRAPPED = re.compile(
    r"!?\[[^\]]*\]\(<?(?P<link>[^()<>\s]+)>?\)|<(?P<angle>[^<>]+)>|[\"'“”‘’`](?P<quote>[^\"'“”‘’`]+)[\"'“”‘’`]"
    r"|[(（【\[](?P<bracket>[a-zA-Z][^()（）【】\[\]]+)[)）】\]]"
)
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[\]-`{-~])")
_SCHEME = re.compile(r"(?P<word>[A-Za-z][A-Za-z0-9+-]*)(?P<mark>[:;.,]*/+|:)(?P<rest>.*)", re.DOTALL)
_DOUBLE = re.compile(r"https?://(?:(?:https?|ttps?)(?::/*|/+))+", re.IGNORECASE)
_GLUED = re.compile(r"[0-9A-Za-z\u3000-\u9fff\uff00-\uff60](?=https?://)")
_CLONE = re.compile(r"(?:ssh://|git://|git\+https?://|git\+ssh://)?(?:git@)?(?P<host>[a-z.]+)[:/](?P<path>[^/:].*)")
_CHINESE_END = "，。、；：“”‘’…》】」』"
_ASCII_END = ',;:"`|<>'
# A full stop that cannot be the last letter of a title: after a file name, a slash or the bare host.
_FULL_STOP = re.compile(r"(?:\.html?|\.pdf|/|://[^/]+)\.$")
_STRAY = re.compile(r"[<>\"{}|^`]")
_ENCODED_END = re.compile(
    r"(?:%20|%0A|%0D|%09|%E2%80%8[B-F]|%EF%BB%BF|%C2%A0|%EF%BC%8C|%E3%80%8[12]|%EF%BC%9B)+$", re.IGNORECASE
)


def url_problem(url: str) -> UrlProblem | None:
    """The first fault in the form of `url`; None when it reads like an address of a public web page."""
    if _BORING.fullmatch(url) and len(url) <= LONGEST and not url_host.placeholder(url):
        return None
    first, now = None, url
    for _ in range(20):
        found = next((found for step in STEPS if (found := step(now))), None)
        if first is None:
            first = found
        if found is None or found.repaired in {"", now}:
            break
        now = found.repaired
    if first is None:
        return None
    sure = "" if found else now
    return UrlProblem(first.message, f"应为“{sure}”" if sure else first.fix or (found.fix if found else ""), sure)


def _size(url: str) -> UrlProblem | None:
    if not url.strip():
        return UrlProblem("是空的", "请填写以 https:// 开头的完整网址")
    if len(url) > LONGEST:
        return UrlProblem(f"长达 {len(url)} 个字符", "请换成页面的正式网址，去掉跟踪参数")
    return None


def _wrapping(url: str) -> UrlProblem | None:
    match = _WRAPPED.fullmatch(url.strip())
    inner = next(filter(None, match.groups()), "") if match else ""
    if not match or not inner:
        return None
    what = "写成了 Markdown 链接" if match["link"] else f"外面包着“{url.strip()[0]}{url.strip()[-1]}”"
    return UrlProblem(what, "只写网址本身", inner)


def _space(url: str) -> UrlProblem | None:
    if url != url.strip():
        return UrlProblem("首尾有空格", "请删去空格", url.strip())
    if not (space := re.search(r"\s+", url)):
        return None
    if re.search(r"\shttps?://", url):
        return UrlProblem("里有不止一个网址", "一条链接只写一个网址，其余的另起一项")
    close = re.sub(r"(?<=[/:])\s+|\s+(?=[/:])", "", url)
    what = "中间有换行" if "\n" in space[0] else "中间有空格"
    fix = "空格属于网址时请写成 %20，否则请删去空格和后面多余的文字"
    return UrlProblem(f"{what}（第 {space.start() + 1} 个字符）", fix, "" if re.search(r"\s", close) else close)


def _invisible(url: str) -> UrlProblem | None:
    if not (found := list(hidden(url))):
        return None
    one = found[0]
    at = {h.at for h in found if h.removable}
    clean = "".join(c for i, c in enumerate(url) if i not in at) if len(at) == len(found) else ""
    return UrlProblem(f"里有{one.what} {one.code}（第 {one.at + 1} 个字符）", "请删去这个字符，或重新复制网址", clean)


def _backslash(url: str) -> UrlProblem | None:
    if "\\" not in url:
        return None
    if re.match(r"[A-Za-z]+:\\", url):
        return UrlProblem("把斜杠写成了反斜杠", "请改用“/”", re.sub(r"\\+", "/", url).replace(":/", "://", 1))
    return UrlProblem("里有反斜杠", "请删去反斜杠", _ESCAPED.sub("", url) if _ESCAPED.search(url) else "")


def _entity(url: str) -> UrlProblem | None:
    if "&amp;" not in url:
        return None
    return UrlProblem("里的“&amp;”是网页源码的写法", "请改成“&”", url.replace("&amp;", "&"))


def _full_width(url: str) -> UrlProblem | None:
    """Full-width letters and marks where only ASCII can stand; what follows a Chinese mark there is not the URL's."""
    narrow, wide = url_host.narrowed(url)
    if wide:
        return UrlProblem(f"里有全角字符“{wide}”", "请改成半角", narrow)
    cut = url_host.ascii_part(url)
    if cut == url:
        return None
    return UrlProblem(
        f"后面粘着别的文字“{url[len(cut) :][:20]}”", "请只保留网址本身", cut if url_host.is_page(cut) else ""
    )


def _scheme(url: str) -> UrlProblem | None:
    """`https//`, `htps://`, `github.com/…`, `git@github.com:…`, `ftp://…`."""
    if re.match(r"https?://[^/]", url, re.IGNORECASE):
        return None
    if (clone := _CLONE.fullmatch(url)) and clone["host"] in KNOWN and not url.startswith(f"{clone['host']}/"):
        page = f"https://{clone['host']}/{clone['path'].removesuffix('.git')}"
        return UrlProblem("是克隆代码用的地址", "请写浏览器里打开的网址", page)
    match = _SCHEME.fullmatch(url)
    if match and (scheme := url_host.meant_scheme(match["word"])):
        rest = match["rest"].lstrip("/:")
        mended = f"{scheme}://{rest}" if url_host.looks_like_host(rest) else ""
        fix = "请写成“https://域名/路径”的样子"
        return UrlProblem(f"开头的“{match['word']}{match['mark']}”写得不对", fix, mended)
    if match and match["mark"].startswith(":") and not url_host.looks_like_host(match["word"]):
        return UrlProblem(f"以“{match['word'][:20]}:”开头，不是网页地址", "请换成以 https:// 开头的网页")
    bare = url.lstrip("/")
    sure = bare.split("/")[0].lower().removeprefix("www.") in KNOWN or bare.lower().startswith("www.")
    fix = "请补上 https://" if url_host.looks_like_host(bare) else "请写以 https:// 开头的完整网址"
    return UrlProblem("缺少开头的 https://", fix, f"https://{bare}" if sure else "")


def _double(url: str) -> UrlProblem | None:
    if match := _DOUBLE.match(url):
        scheme = "http" if re.search(r"http(?!s)[:/]*$", match[0], re.IGNORECASE) else "https"
        rest = url[match.end() :]
        mended = f"{scheme}://{rest}" if url_host.looks_like_host(rest) else ""
        return UrlProblem(f"开头写了两遍“{match[0][:24]}”", "请只保留一个 https://", mended)
    if match := _GLUED.search(url, 8):
        return UrlProblem("是两个网址粘在了一起", f"第二个从“{url[match.end() :][:40]}”开始，请分开写")
    return None


def _end(url: str) -> UrlProblem | None:
    """What a sentence or a bracket leaves behind; a closing bracket that was opened inside the URL belongs to it."""
    kept = _ENCODED_END.sub("", url)
    while kept and _loose(kept):
        kept = kept[:-1]
    return UrlProblem(f"末尾多了“{url[len(kept) :][:20]}”", "请删去末尾多余的符号", kept) if kept != url else None


def _loose(url: str) -> bool:
    last = url[-1]
    for opened, closed in ("()", "[]", "（）", "【】", "《》"):
        if last == closed:
            return url.count(closed) > url.count(opened)
        if last == opened:
            return True
    if last in "！？":
        return url[-2].isascii()
    if last == ".":
        return url_host.is_ascii_site(url) or bool(_FULL_STOP.search(url))
    if last == "'":
        return url.count("'") % 2 == 1
    return last in _CHINESE_END or last in _ASCII_END or url.endswith("**")


def _stray(url: str) -> UrlProblem | None:
    if match := _STRAY.search(url):
        return UrlProblem(f"里有网址不能用的“{match[0]}”（第 {match.start() + 1} 个字符）", "请核对后重新复制网址")
    return None


def _host(url: str) -> UrlProblem | None:
    what, fix, mended = url_host.problem(url)
    return UrlProblem(what, fix, mended) if what else None


def _placeholder(url: str) -> UrlProblem | None:
    if part := url_host.placeholder(url):
        return UrlProblem(f"里的“{part}”是占位用的", "请换成真实的网址，没有就删去这条链接")
    return None


STEPS: tuple[Callable[[str], UrlProblem | None], ...] = (
    _size, _wrapping, _space, _invisible, _backslash, _entity, _full_width, _scheme, _double, _end, _stray, _host,
    _placeholder,
)  # fmt: skip
