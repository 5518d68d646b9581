"""The host of a URL: whether it can be one, whether the public can reach it, whether it is a known one misspelt."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import urlsplit

from bot.text.slip import is_one_slip
from bot.urls.diagnose.look_alike import look_alike
from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import KNOWN, MENDED

_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_PORT = "请核对域名；端口是 1 到 65535 的数字"


def wrong_host(url: str) -> UrlProblem | None:
    """A missing, impossible, private or look-alike host, an impossible port, a name and password before the host."""
    try:
        parts = urlsplit(url)
        name, sound = parts.hostname or "", parts.port != 0
    except ValueError:
        return UrlProblem("的域名或端口写得不对", _PORT)
    if not sound:
        return UrlProblem("的域名或端口写得不对", _PORT)
    if not name:
        return UrlProblem("没有域名", "请写成“https://域名/路径”的样子")
    if "@" in parts.netloc:
        fix = "请删去“@”和它前面的内容，不要公开账号与密码"
        return UrlProblem("的域名前带着账号（“@”之前的部分）", fix)
    if parts.netloc.endswith(":"):
        closed = url.replace(parts.netloc, parts.netloc.rstrip(":"), 1)
        return UrlProblem("的域名后面多了冒号", "请删去冒号", closed)
    if ":" in name or re.fullmatch(r"[\d.]+", name):
        return _address(name)
    return _name(name, url) or _typo(name, url)


def _name(name: str, url: str) -> UrlProblem | None:
    shown = f"的域名“{name[:60]}”"
    labels = name.rstrip(".").split(".")
    if ".." in name or name.startswith("."):
        return UrlProblem(
            f"{shown}里多了点号", "请核对域名", _mended(url, name, re.sub(r"\.{2,}", ".", name.strip(".")))
        )
    if any(not _LABEL.fullmatch(label) for label in labels):
        return UrlProblem(f"{shown}里有不该有的符号", "请核对域名", _mended(url, name, re.sub(r"[,;]+", ".", name)))
    if len(labels) == 1 and name != "localhost":
        return UrlProblem(f"{shown}不完整", "请补上后缀，如 .com、.cn、.org")
    return look_alike(name)


@lru_cache(maxsize=1 << 12)
def misspelt_host(name: str) -> str:
    """The host that this one surely was meant to be, one slip of the keyboard away; else an empty string."""
    return next((host for host in MENDED if is_one_slip(name, host)), "")


def _typo(name: str, url: str) -> UrlProblem | None:
    """One slip away from a host everybody links to, with a path as that host has them."""
    name = name.removeprefix("www.")
    meant = misspelt_host(name)
    if not meant or not re.match(r"https?://[^/]+/[^/]+/[^/]", url, re.IGNORECASE):
        return None
    return UrlProblem(f"的域名“{name}”应当是“{meant}”", "请核对域名，当心仿冒网站", _mended(url, name, meant))


def _mended(url: str, name: str, meant: str) -> str:
    """The URL with the host it must have been, where that is one everybody knows."""
    return re.sub(re.escape(name), meant, url, count=1, flags=re.IGNORECASE) if meant in KNOWN else ""


def _address(name: str) -> UrlProblem | None:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return UrlProblem(f"的域名“{name[:60]}”不完整", "请写完整的域名或 IP 地址")
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        return UrlProblem(f"的地址“{name}”只在自己的网络里有效", "请换成别人也能打开的网址")
    return None
