"""Exchanges with web servers → a look, judged as a careful person would."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.urls.web_address import host_of, is_home, is_login, join, same_page
from bot.web.model import Exchange, Look, Outcome
from bot.web.page_text import text_of, trouble

MOST_HOPS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_BLOCKED = frozenset({401, 403, 429, 451, 999})
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_TRANSIENT_ERRORS = frozenset({"timeout", "reset", "connect", "dns"})
# They promise that their addresses stay, and redirect to wherever the page is today.
_NAMES_FOR_EVER = frozenset({"doi.org", "dx.doi.org", "purl.org", "w3id.org", "hdl.handle.net", "n2t.net"})


def onward(hops: Sequence[Exchange]) -> tuple[str, str]:
    """Where the last answer sends us, or the code of why it leads nowhere; neither where it is no redirect."""
    last = hops[-1]
    if last.status not in REDIRECTS:
        return "", ""
    if not last.location:
        return "", "no-location"
    target = join(last.url, last.location)
    if not target.startswith(("http://", "https://")):
        return "", "scheme"
    if any(hop.url == target for hop in hops):
        return "", "loop"
    return (target, "") if len(hops) <= MOST_HOPS else ("", "redirects")


def is_transient(exchange: Exchange) -> bool:
    """Whether asking again in a moment may help."""
    if "cf-mitigated" in exchange.headers:
        return False
    return exchange.error in _TRANSIENT_ERRORS or exchange.status in _TRANSIENT


def judge(hops: Sequence[Exchange], known_title: str = "") -> Look:
    """What these exchanges say; each but the last is a redirect to the next."""
    last = hops[-1]
    permanent = list(takewhile(lambda hop: hop.status in _PERMANENT, hops[:-1]))
    if last.error:
        return Look(_of_error(last.error, straight=len(permanent) == len(hops) - 1), last.error)
    if last.headers.get("cf-mitigated") == "challenge":
        return Look("blocked", "challenge", last.status)
    if why := onward(hops)[1]:
        return Look("unsure", why, last.status)
    if 200 <= last.status < 300:
        return _of_page(hops, len(permanent), known_title)
    why = f"http-{last.status}"
    if last.status in _BLOCKED:
        return Look("blocked", why, last.status)
    gone = last.status in {404, 410} and len(permanent) == len(hops) - 1
    return Look("gone" if gone else "unsure", why, last.status)


def _of_error(error: str, *, straight: bool) -> Outcome:
    if error == "tls":
        return "blocked"
    return "gone" if error == "no-host" and straight else "unsure"


def _of_page(hops: Sequence[Exchange], permanent: int, known_title: str) -> Look:
    first, last = hops[0].url, hops[-1]
    title = text_of(last)
    if why := _strayed(first, last.url) or trouble(last, title, known_title):
        return Look("unsure", why, last.status, title=title)
    target = hops[permanent].url
    if permanent and not same_page(first, target) and host_of(first) not in _NAMES_FOR_EVER:
        return Look("moved", "redirect", last.status, target, title)
    return Look("alive", "", last.status, title=title)


def _strayed(first: str, last: str) -> str:
    """The code where a redirect ends on a page that says nothing of what was asked for."""
    if same_page(first, last):
        return ""
    if is_login(last) and not is_login(first):
        return "login"
    return "home" if is_home(last) and not is_home(first) else ""
