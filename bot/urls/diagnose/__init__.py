"""What is wrong with the form of a URL, seen without a network, and what it must have been where that is certain.

`url_problem` walks through the steps. A step finds one fault and may say how the URL reads without it; repairs are
made one after another until nothing is left to find, or until one fault cannot be mended surely. Written for people
who copy addresses out of Chinese text, chats and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from bot.urls.diagnose.ending import end, stray, swallowed
from bot.urls.diagnose.host import host, meant_host, placeholder
from bot.urls.diagnose.known_hosts import is_relative
from bot.urls.diagnose.letters import full_width
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.diagnose.scheme import double, mail, scheme
from bot.urls.diagnose.wrapping import backslash, entity, invisible, space, stand_in, template, wrapping

__all__ = ["UrlProblem", "is_relative", "relative_problem", "url_problem"]

LONGEST = 2000
# The plain case, decided at once: lower-case scheme, a host with a dot, harmless characters, a harmless end.
_BORING = re.compile(r"https?://((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])*/?")


@lru_cache(maxsize=1 << 16)  # several rules ask of every link
def url_problem(url: str) -> UrlProblem | None:
    """The first fault in the form of `url`; None when it reads like an address of a public web page."""
    boring = _BORING.fullmatch(url) if len(url) <= LONGEST else None
    if boring and not meant_host(boring[1].removeprefix("www.")) and not placeholder(url):
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
    return UrlProblem(first.message, f"应为“{sure}”" if sure else first.fix, sure)


def relative_problem(url: str) -> UrlProblem | None:
    """The same for a path on the page itself: only what no path holds on purpose, and words that stand for a URL."""
    return stand_in(url) or mail(url) or invisible(url) or backslash(url)


def _size(url: str) -> UrlProblem | None:
    if not url.strip():
        return UrlProblem("是空的", "请填写以 https:// 开头的完整网址")
    if len(url) > LONGEST:
        return UrlProblem(f"长达 {len(url)} 个字符", "请换成页面的正式网址，去掉跟踪参数")
    return None


STEPS: tuple[Callable[[str], UrlProblem | None], ...] = (
    _size, wrapping, template, space, invisible, backslash, entity, full_width, scheme, double, swallowed, end, stray,
    host, placeholder,
)  # fmt: skip
