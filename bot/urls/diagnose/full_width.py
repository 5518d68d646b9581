"""Full-width letters where only ASCII can stand, and Chinese text glued to the end."""

from __future__ import annotations

import re

from bot.urls.diagnose.host import wrong_host
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import ASCII_SITES
from bot.urls.shape import host_name

_WIDE_NAME = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d\uff0e\uff0f\uff3f]")
_WIDE_HEAD = re.compile(
    rf"{_WIDE_NAME.pattern}|\uff1a(?=[/\uff0f])|(?<=http)\uff1a|(?<=https)\uff1a|(?<=[a-z0-9])\u3002(?=[a-z]{{2,}})"
)
_WIDE_TAIL = re.compile(rf"{_WIDE_NAME.pattern}|\uff1f(?=[A-Za-z_]+[=\uff1d])|[\uff03\uff06\uff1d](?=[A-Za-z0-9])")
_HEAD = re.compile(r"[^/\uff0f]*[:\uff1a]?[/\uff0f]{0,3}[^/\uff0f?#\uff1f]*")
_STRAY = re.compile(r"[\u3001\u3002\uff0c\uff1b](?=[\w-]{3}[\w./-]*(?:[?#]|$))", re.ASCII)
_INSIDE = re.compile(r"(?<=[A-Za-z0-9_/.-])[\u3001\u3002\uff0c\uff1b](?=/[A-Za-z0-9]|[a-z0-9_-]+(?:[/.?#]|$))")
_MARK = re.compile(r"[\u2018-\u201d\u2026\u3000-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")


def full_width(url: str) -> UrlProblem | None:
    """Full-width letters and marks where only ASCII can stand; what follows a Chinese mark there is not the URL's."""
    narrow, wide = _narrowed(url)
    if wide:
        return UrlProblem(f"里有全角字符“{wide}”", "请改成半角", narrow)
    if stop := _stop_inside(url):
        return stop
    cut = _ascii_part(url)
    if cut != url and (stray := _STRAY.match(url, len(cut))):
        whole = cut + url[stray.end() :]
        return UrlProblem(f"中间多了“{stray[0]}”", "请删去它", whole)
    return None if cut == url else glued(url, cut)


def _stop_inside(url: str) -> UrlProblem | None:
    """A Chinese stop or comma in an address of ASCII: it slipped in, and what follows is the address's own."""
    at = _INSIDE.search(url)
    if not at or not (url[: at.start()] + url[at.end() :]).isascii():
        return None
    whole = url[: at.start()] + url[at.end() :]
    sure = url[at.end()] == "/" or url[at.start() - 1] == "/"  # between two letters another sign may have stood
    return UrlProblem(f"中间多了“{at[0]}”", "请删去它，再核对网址", whole if sure else "", likely=whole)


def _narrowed(url: str) -> tuple[str, str]:
    """The URL with full-width letters and marks made ASCII where they can mean nothing else, and the first of them."""
    head = _HEAD.match(url)
    end = head.end() if head else 0
    narrow = _WIDE_HEAD.sub(_narrow, url[:end])
    tail = _WIDE_TAIL.sub(_narrow, url[end:]) if host_name(narrow) in ASCII_SITES else url[end:]
    made = narrow + tail
    return made, next((old for old, new in zip(url, made, strict=True) if old != new), "")


def _narrow(match: re.Match[str]) -> str:
    return "." if match[0] == "。" else chr(ord(match[0]) - 0xFEE0)


def _ascii_part(url: str) -> str:
    """The URL up to where Chinese text was glued on: in the host, or in a path that is ASCII on this site."""
    head = re.match(r"https?://[^/?#]*", url, re.IGNORECASE)
    if not head:
        return url
    if mark := _MARK.search(head[0]):
        return url[: mark.start()]
    if host_name(url) in ASCII_SITES and (name := re.compile(r"(?:/[^/?#]*){1,2}").match(url, head.end())):
        odd = re.search(r"[^\x21-\x7e]", name[0])
        return url[: name.start() + odd.start()] if odd else url
    return url


def glued(url: str, cut: str) -> UrlProblem:
    rest = url[len(cut) :].strip()
    what = "后面粘着别的文字" if re.search(r"\w", rest) else "末尾多了"
    return UrlProblem(f"{what}“{rest[:20]}”", "请只保留网址本身", cut if _is_page(cut) else "", likely=cut)


def _is_page(url: str) -> bool:
    """Whether something is left of a URL that was cut: a host, and on a code site an owner and a project."""
    if host_name(url) in ASCII_SITES and not re.match(r"https?://[^/]+/[^/]+/[^/]+", url):
        return False
    return wrong_host(url) is None
