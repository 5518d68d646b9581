"""What is wrong with the form of a URL, seen without a network, and what it must have been where that is certain.

`url_problem` walks through the steps. A step finds one fault and may say how the URL reads without it; repairs are
made one after another until nothing is left to find, or until one fault cannot be mended surely. What is shown, what
`--fix` writes and what links are compared by is this one repair. Written for people who copy addresses out of Chinese
text, chats and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from bot.urls.diagnose.ending import stray_character, swallowed_markup, trailing_marks
from bot.urls.diagnose.full_width import full_width
from bot.urls.diagnose.host import misspelt_host, wrong_host
from bot.urls.diagnose.placeholder import placeholder_name, placeholder_word, unfilled_template
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.diagnose.scheme import two_addresses, without_mailto, wrong_scheme
from bot.urls.diagnose.wrapping import backslash, blank, html_entity, invisible_character, wrapped

__all__ = ["UrlProblem", "meant", "relative_problem", "url_problem"]

LONGEST = 2000
# The plain case, decided at once: lower-case scheme, a host with a dot, harmless characters, a harmless end.
_PLAIN = re.compile(r"https?://((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])*/?")
_MOST_FAULTS = 20


@lru_cache(maxsize=1 << 16)  # several rules ask of every link
def url_problem(url: str) -> UrlProblem | None:
    """The first fault in the form of `url`; None when it reads like an address of a public web page.

    >>> url_problem("https：//github.com/a/b，").repaired
    'https://github.com/a/b'
    """
    plain = _PLAIN.fullmatch(url) if len(url) <= LONGEST and "xn--" not in url else None
    if plain and not misspelt_host(plain[1].removeprefix("www.")) and not placeholder_name(url):
        return None
    first = problem = _fault(url)
    if first is None:
        return None
    reads, certain = url, True
    for _ in range(_MOST_FAULTS):
        if problem is None or (mended := problem.repaired or problem.likely) in {"", reads}:
            break
        reads, certain = mended, certain and bool(problem.repaired)
        problem = _fault(reads)
    repaired = reads if certain and problem is None else ""
    return UrlProblem(first.message, f"应为“{repaired}”" if repaired else first.fix, repaired, reads)


def meant(url: str) -> str:
    """What a URL must have been, or most likely was: what it is compared by. A sound one is itself."""
    problem = url_problem(url)
    return problem.likely if problem else url


def relative_problem(url: str) -> UrlProblem | None:
    """The same for a path on the page itself: only what no path holds on purpose, and words that stand for a URL."""
    return placeholder_word(url) or without_mailto(url) or invisible_character(url) or backslash(url)


def _fault(url: str) -> UrlProblem | None:
    return next((problem for step in STEPS if (problem := step(url))), None)


def _wrong_length(url: str) -> UrlProblem | None:
    if not url.strip():
        return UrlProblem("是空的", "请填写以 https:// 开头的完整网址")
    if len(url) > LONGEST:
        return UrlProblem(f"长达 {len(url)} 个字符", "请换成页面的正式网址，去掉跟踪参数")
    return None


STEPS: tuple[Callable[[str], UrlProblem | None], ...] = (
    _wrong_length, wrapped, unfilled_template, blank, invisible_character, backslash, html_entity, full_width,
    wrong_scheme, two_addresses, swallowed_markup, trailing_marks, stray_character, wrong_host, placeholder_name,
)  # fmt: skip
