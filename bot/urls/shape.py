"""What a text looks like before anything is known of it: a path, a host, the host of a URL."""

from __future__ import annotations

import re

_SCHEME = r"h?ttps?(?:[:：/;.]|%3a)"
_RUN_ON = r"https?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|cn|io|dev|ai|edu)[\w-]+\.html?$"
_PATH = r"(?:[^:：\s]+|[^:：]*(?:/[^:：]*|\.[a-z0-9]{2,4}))$"
_RELATIVE = re.compile(rf"(?!//)(?:[./#?]|(?!{_SCHEME}|{_RUN_ON}){_PATH})", re.IGNORECASE)
_FILE = re.compile(
    r"[^/]+\.(?:md|html?|txt|pdf|py|json|ya?ml|ipynb|png|jpe?g|csv|zip|tsx?|jsx|go|java|kt|cpp|hpp|[ch]|toml|ini"
    r"|xml|svg|gif|webp|bib|tex|rst|docx?|xlsx?|pptx?|epub|mobi|djvu|sql|lua)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d+)?(?=[/?#]|$)")


def host_name(url: str) -> str:
    """The host of a URL in lower case, without `www.`; empty where the text is no URL."""
    match = re.match(r"https?://([^/?#:]*)", url, re.IGNORECASE)
    return match[1].lower().removeprefix("www.").rstrip(".") if match else ""


def is_relative(url: str) -> bool:
    """Whether the text reads like a path or an anchor of the page it stands on, as `./docs/a.md` or `#usage` do."""
    return bool(_RELATIVE.match(url)) and not looks_like_host(url)


def looks_like_host(text: str) -> bool:
    """Whether the text starts like `domain.tld/…`."""
    return bool(_DOMAIN.match(text)) and not _FILE.fullmatch(re.split("[#?]", text, maxsplit=1)[0])
