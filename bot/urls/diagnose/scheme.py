"""How a URL begins: `https//`, `htps://`, nothing at all, or twice."""

from __future__ import annotations

import re

from bot.text.slip import is_one_slip
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import CODE_HOSTS, KNOWN
from bot.urls.shape import looks_like_host

_SCHEME = re.compile(r"(?P<word>[A-Za-z][A-Za-z0-9+-]*)(?P<mark>[:;.,]*/+|:)(?P<rest>.*)", re.DOTALL)
_DOUBLE = re.compile(r"https?://(?:(?:https?|ttps?)(?::/*|/+))+", re.IGNORECASE)
# An address carried on purpose follows one of these; one pasted by mistake a letter or a bracket.
_CARRYING = "/=:?&#%"
_GLUED = re.compile(r"(?:[0-9A-Za-z%)\]\u3000-\u9fff\uff00-\uff60]\(?|[(（\[【<])(?=https?://)")
_TWICE = re.compile(r"(?P<start>https?://[^/?#]+/).*?(?=(?P=start))", re.DOTALL)
_CLONE = re.compile(r"(?:ssh://|git://|git\+https?://|git\+ssh://)?(?:git@)?(?P<host>[a-z.]+)[:/](?P<path>[^/:].*)")
_ENCODED = re.compile(r"(https?)(?:%3a|:)(?:%2f|/)(?:%2f|/)(?=.)", re.IGNORECASE)
_RUN_ON = re.compile(rf"https?(?=www\.|{'|'.join(map(re.escape, sorted(KNOWN)))})", re.IGNORECASE)
_INNER = re.compile(r"(?<=[^\w/])https?://[^\s\"'<>()]+", re.IGNORECASE)
_SCHEMES = ("https", "http")


def wrong_scheme(url: str) -> UrlProblem | None:
    """`https//`, `htps://`, `https%3A%2F%2F`, `github.com/…`, `git@github.com:…`, `ftp://…`."""
    if re.match(r"https?://[^/]", url, re.IGNORECASE):
        return None
    return _encoded(url) or _for_cloning(url) or _mistyped(url) or _run_on(url) or _missing(url)


def _encoded(url: str) -> UrlProblem | None:
    encoded = _ENCODED.match(url)
    if not encoded or "%" not in encoded[0]:
        return None
    rest = re.sub("%2f", "/", url[encoded.end() :], flags=re.IGNORECASE)
    what = f"里的“://”写成了“{encoded[0][len(encoded[1]) :]}”"
    return UrlProblem(what, "请从浏览器的地址栏重新复制", f"{encoded[1]}://{rest}")


def _for_cloning(url: str) -> UrlProblem | None:
    clone = _CLONE.fullmatch(url)
    if not clone or clone["host"] not in KNOWN | CODE_HOSTS or url.startswith(f"{clone['host']}/"):
        return None
    page = f"https://{clone['host']}/{clone['path'].removesuffix('.git')}"
    return UrlProblem("是克隆代码用的地址", "请写浏览器里打开的网址", page)


def _mistyped(url: str) -> UrlProblem | None:
    match = _SCHEME.fullmatch(url)
    if match and (scheme := _meant(match["word"])):
        rest = match["rest"].lstrip("/:")
        mended = f"{scheme}://{rest}" if looks_like_host(rest) else ""
        fix = "请写成“https://域名/路径”的样子"
        no_host = not mended and "://" in match["mark"]
        return UrlProblem("没有域名" if no_host else f"开头的“{match['word']}{match['mark']}”写得不对", fix, mended)
    if match and match["mark"].startswith(":") and not looks_like_host(match["word"]):
        return UrlProblem(f"以“{match['word'][:20]}:”开头，不是网页地址", "请换成以 https:// 开头的网页")
    return None


def _run_on(url: str) -> UrlProblem | None:
    if not (run_on := _RUN_ON.match(url)):
        return None
    rest = url[run_on.end() :]
    mended = f"{run_on[0].lower()}://{rest}" if _known_host(rest) else ""
    return UrlProblem(f"开头的“{run_on[0]}”后面少了“://”", "请从浏览器的地址栏重新复制", mended)


def _missing(url: str) -> UrlProblem:
    if inner := _INNER.search(url):
        return UrlProblem(f"前面有别的文字“{url[: inner.start()].strip()[:20]}”", "只写网址本身", likely=inner[0])
    bare = url.lstrip("/")
    host = looks_like_host(bare)
    fix = "请补上 https://" if host else "请写以 https:// 开头的完整网址"
    sure = _known_host(bare) or bare.lower().startswith("www.")
    likely = host and bare.split("/")[0].isascii()
    whole = f"https://{bare}"
    return UrlProblem("缺少开头的 https://", fix, whole if sure else "", whole if likely else "")


def _known_host(text: str) -> bool:
    return text.split("/", maxsplit=1)[0].lower().removeprefix("www.") in KNOWN


def without_mailto(url: str) -> UrlProblem | None:
    """`name@example.cn` without its scheme: on a page it reads as a file of that name."""
    if re.fullmatch(r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}", url):
        return UrlProblem("是邮箱，少了开头的“mailto:”", "请补上", f"mailto:{url}")
    return None


def _meant(word: str) -> str:
    """The scheme a word was meant to be; else an empty string.

    One slip away from https or http, its letters mixed up, or letters pasted before it.
    """
    word = word.lower()
    if word in _SCHEMES:
        return word
    slip = next((known for known in _SCHEMES if is_one_slip(word, known) or sorted(word) == sorted(known)), "")
    tail = re.search(r"(?<=[a-z])https?$", word)
    return slip or (tail[0] if tail else "")


def two_addresses(url: str) -> UrlProblem | None:
    if match := _DOUBLE.match(url):
        scheme = "http" if re.search(r"http(?!s)[:/]*$", match[0], re.IGNORECASE) else "https"
        rest = url[match.end() :]
        mended = f"{scheme}://{rest}" if looks_like_host(rest) else ""
        return UrlProblem(f"开头写了两遍“{match[0][:24]}”", "请只保留一个 https://", mended)
    if match := _GLUED.search(url, 8) or _TWICE.match(url):
        first, second = url[: match.end()], url[match.end() :]
        likely = "" if first[-1] in _CARRYING else first
        return UrlProblem("是两个网址粘在了一起", f"第二个从“{second[:40]}”开始，请分开写", likely=likely)
    return None
