"""The address that a link has a browser ask for: as WHATWG reads it, without a fragment, without a password."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote_from_bytes, unquote, urlsplit

import ada_url

from bot.urls.noise import LANGUAGE, TRACKING

_WEB = ("http:", "https:")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_SESSION = re.compile(r"(?i)(?:php|j|asp\.net_)?_?sess(?:ion)?_?id|sid|cfid|cftoken")
_PATH_SESSION = re.compile(r"(?i);(?:jsessionid|phpsessid|sid)=[^/?#]*")
_INDEX = re.compile(r"(?i)/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$")
_LANGUAGE = re.compile(r"(?i)/(?:zh|en|ja|ko|fr|de|es|ru|pt|it|cn)(?:[-_](?:cn|hans|hant|tw|hk|us|gb|sg|br))?(?=/|$)")
_LOGIN = re.compile(
    r"(?i)/(?:users?/|accounts?/|auth/|wp-|web/)?(?:log-?in|sign-?in|sign_in|sso|passport|cas|oauth2?|auth|authorize)"
    r"(?:\.\w+)?(?:[/?;]|$)"
)
_LOGIN_HOST = re.compile(r"(?i)^(?:login|signin|sso|passport|accounts?|auth|cas|idp?)\.")


@lru_cache(maxsize=1 << 17)
def web_address(text: str) -> str:
    """The address to ask for; empty where the text is no http(s) address.

    >>> web_address("https://例子.cn/a b#头")
    'https://xn--fsqu00a.cn/a%20b'
    """
    return _plain(text.strip())


def join(base: str, location: bytes) -> str:
    """Where a redirect leads: an address, or for another scheme the text with it, or nothing at all.

    Servers write Location in any encoding; like browsers we keep its bytes.
    """
    text = quote_from_bytes(location.strip(), _SAFE)
    try:
        joined = ada_url.join_url(base, text)
    except ValueError:
        return ""
    return _plain(joined) or joined


@lru_cache(maxsize=1 << 12)
def host_of(address: str) -> str:
    """The host of an address, without a port.

    >>> host_of("http://[::1]:80/a"), host_of("https://a.b:8080/")
    ('::1', 'a.b')
    """
    return urlsplit(address).hostname or ""


@lru_cache(maxsize=1 << 12)
def path_of(address: str) -> tuple[str, ...]:
    """The decoded segments of the path that are not empty."""
    return tuple(unquote(part) for part in urlsplit(address).path.split("/") if part)


def same_page(one: str, other: str) -> bool:
    """Whether two addresses differ in no more than scheme, `www.`, a slash, a language or a session."""
    return one == other or _bare(one) == _bare(other)


def is_home(address: str) -> bool:
    """Whether it is the first page of its site, in whatever language."""
    parts = urlsplit(address)
    return not _LANGUAGE.sub("", _INDEX.sub("", parts.path)).strip("/")


def is_login(address: str) -> bool:
    """Whether it is where one signs in.

    >>> is_login("https://a.cn/login?next=/x"), is_login("https://a.cn/blogin/x")
    (True, False)
    """
    parts = urlsplit(address)
    return bool(_LOGIN.search(parts.path) or _LOGIN_HOST.search(parts.hostname or ""))


def _plain(text: str) -> str:
    try:
        url = ada_url.URL(text)
    except ValueError:
        return ""
    if url.protocol not in _WEB:
        return ""
    if url.username or url.password:
        url.username = url.password = ""
    return url.href.partition("#")[0]


def _bare(address: str) -> tuple[str, str, tuple[str, ...]]:
    parts = urlsplit(_PATH_SESSION.sub("", address))
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port else ""
    path = _LANGUAGE.sub("", _INDEX.sub("", parts.path)).rstrip("/")
    pairs = sorted(pair for pair in parts.query.split("&") if pair and not _is_noise(pair.partition("=")[0]))
    return host + port, path, tuple(pairs)


def _is_noise(name: str) -> bool:
    return name.lower() in LANGUAGE or bool(_SESSION.fullmatch(name) or TRACKING.fullmatch(name))
