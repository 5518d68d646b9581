"""What a text looks like before anything is known of it: a path, a host, the host of a URL."""

from __future__ import annotations

import re

_SCHEME = r"h?ttps?(?:[:：/;.]|%3a)"
_RUN_ON = r"https?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|cn|io|dev|ai|edu)[\w-]+\.html?$"
_PATH = r"(?:[^:：\s]+|[^:：]*(?:/[^:：]*|\.[a-z0-9]{2,4}))$"
_ENDINGS = (
    "md|html?|txt|pdf|py|json|ya?ml|ipynb|png|jpe?g|csv|zip|tsx?|jsx|go|java|kt|cpp|hpp|[ch]|toml|ini"
    "|xml|svg|gif|webp|bib|tex|rst|docx?|xlsx?|pptx?|epub|mobi|djvu|sql|lua"
)
_RELATIVE = re.compile(rf"(?!//)(?:[./#?]|(?!{_SCHEME}|{_RUN_ON}){_PATH})", re.IGNORECASE)
_FILE = re.compile(rf"[^/]+\.(?:{_ENDINGS})", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d+)?(?=[/?#]|$)")
# A file below a folder, whatever its name holds: `02.存储/磁盘：快与慢.md`; a folder that is numbered is no host.
_IN_FOLDER = re.compile(
    rf"(?!\w*[:：]/|.*(?://|www\.))[^/?#:：]+/[^?#]+\.(?:{_ENDINGS})(?:[?#]|$)|[^:]*[^/:]\?[^/:=&]*\.md$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,3}\.[^/]*/")
_REAL = re.compile(r"\d{1,3}\.(?:com|cn|net|org|io|app|top|xyz|cc|dev|me|tv|ai)/|(?:\d{1,3}\.){3}")


def host_name(url: str) -> str:
    """The host of a URL in lower case, without `www.`; empty where the text is no URL."""
    match = re.match(r"https?://([^/?#:]*)", url, re.IGNORECASE)
    return match[1].lower().removeprefix("www.").rstrip(".") if match else ""


def is_relative(url: str) -> bool:
    """Whether the text reads like a path or an anchor of the page it stands on, as `./docs/a.md` or `#usage` do."""
    return bool(_RELATIVE.match(url) or _IN_FOLDER.match(url)) and not looks_like_host(url)


def looks_like_host(text: str) -> bool:
    """Whether the text starts like `domain.tld/…`."""
    path = re.split("[#?]", text, maxsplit=1)[0]
    if not _DOMAIN.match(text) or _FILE.fullmatch(path):
        return False
    first = path.partition("/")[0]
    folder = not first.rpartition(".")[2].isascii() or (_NUMBERED.match(path) and not _REAL.match(path))
    return not (folder and _IN_FOLDER.match(path))
