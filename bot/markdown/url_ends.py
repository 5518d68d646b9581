"""Where a URL that stands bare in a text ends, and the URL that its writer meant."""

from __future__ import annotations

import re

_RUN = re.compile(
    r"(?:[^\s\0<>\"`|\\^{}\[\]\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65‘’“”…—]|\\[_~*.#&-])+"
)
_GITHUB = re.compile(r"[^\s\0<]+")
_FORGES = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|gitee\.com|huggingface\.co|hf\.co|modelscope\.cn|arxiv\.org)/",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"https?://[^/]+/[^/]+/[^/]+/(?:-/)?(?:blob|tree|raw|wiki|resolve)/")
_MORE = re.compile(r"[^\x00-\x7f]+(?:/[A-Za-z0-9_.-]|\.[a-z]{2,5}$)")
_WIDE = re.compile(r"[^\x00-\x7f]+")
_STOP = ".,;:!?'*_~"
# `北京（消歧义）`: brackets after Chinese in a path are a part of its title; after ASCII they begin a remark.
_BRACKETED = re.compile(r"(?:（[^\s\0（）<>]{1,40}）|《[^\s\0《》<>]{1,40}》)[A-Za-z0-9._~/?#=&%-]*")


def bare_end(text: str, start: int) -> int:
    """The offset after the bare URL at `start`: before Chinese punctuation, and before Chinese words glued to it."""
    run = _RUN.match(text, start)
    if not run:
        return start
    url = run[0]
    for wide in _WIDE.finditer(url):
        forge = _FORGES.match(url) and not _goes_on(url, wide.start())
        if forge or url.count("/") < 3 or not _joins(url[wide.start() - 1]):
            url = url[: wide.start()]
            break
    return _with_brackets(text, start, start + len(_trim(url)))


def _with_brackets(text: str, start: int, end: int) -> int:
    """The offset after full-width brackets that are a part of the URL, and what goes on behind them."""
    if text.count("/", start, end) < 3:
        return end
    while text[end - 1 : end] > "\x7f" and (more := _BRACKETED.match(text, end)):
        end += len(_trim(more[0]))
    return end


def shown_end(text: str, start: int) -> int:
    """Where GitHub ends the link: at a blank or `<`, less the ASCII punctuation at its end."""
    run = _GITHUB.match(text, start)
    return start + len(_trim(run[0])) if run else start


def _goes_on(url: str, at: int) -> bool:
    """Whether Chinese in the address of a code site is part of it: in a file's path, or with more path after it."""
    return bool(_INSIDE.match(url[:at]) or (url[at - 1] == "/" and _MORE.match(url, at)))


def _joins(before: str) -> bool:
    return before in "/=_-+&?#" or ord(before) > 127


def _trim(url: str) -> str:
    """Without closing brackets that it does not open, nor punctuation at its end. One pass from the right."""
    end = len(url)
    spare = {")": url.count(")") - url.count("("), "]": url.count("]") - url.count("[")}
    while end:
        last = url[end - 1]
        if spare.get(last, 0) > 0:
            spare[last] -= 1
        elif last not in _STOP or (last in "_*~" and end < 2):
            break
        end -= 1
    return url[:end]
