"""The parts of a URL that only ASCII can fill: which hosts are known, sound, private or placeholders."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

# Sites this kind of list links to most. On the first group owner and project names are ASCII.
ASCII_SITES = frozenset({"github.com", "huggingface.co", "gitee.com", "gitlab.com", "arxiv.org", "modelscope.cn"})
KNOWN = ASCII_SITES | {
    "zhihu.com", "zhuanlan.zhihu.com", "mp.weixin.qq.com", "kaggle.com", "openreview.net", "aclanthology.org",
    "bilibili.com", "paperswithcode.com", "medium.com", "youtube.com", "raw.githubusercontent.com", "hf.co",
    "pypi.org", "openi.pcl.ac.cn", "colab.research.google.com", "twitter.com", "x.com", "arxiv.org",
}  # fmt: skip
_WIDE_NAME = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d\uff0e\uff0f\uff3f]")
_WIDE_HEAD = re.compile(rf"{_WIDE_NAME.pattern}|\uff1a(?=[/\uff0f])|(?<=[a-z0-9])\u3002(?=[a-z]{{2,}})")
_HEAD = re.compile(r"[^/\uff0f]*[:\uff1a]?[/\uff0f]{0,3}[^/\uff0f?#\uff1f]*")
_MARK = re.compile(r"[\u2018-\u201d\u2026\u3000-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d+)?(?=[/?#]|$)")
_RESERVED = re.compile(r"(?:.+\.)?(?:example\.(?:com|org|net)|.*\.?(?:example|test|invalid|local|localhost))")
_STAND_INS = {
    "example", "your-domain.com", "yourdomain.com", "domain.com", "mydomain.com", "xxx.com", "xxxx.com", "website.com",
}  # fmt: skip
_OWNER = re.compile(r"(?:your|my)[-_]?(?:user[-_]?)?(?:name|org|account|repo|project)|user[-_]?name|owner|x{2,}|user")
_REPO = re.compile(r"(?:your|my)[-_]?(?:repo|project|model)(?:[-_]?name)?|repo(?:sitory)?(?:[-_]?name)?|name|x{2,}")
_SCHEMES = ("https", "http")


def is_ascii_site(url: str) -> bool:
    """Whether the URL lies on a site whose paths start with ASCII names."""
    return _name(url) in ASCII_SITES


def _name(url: str) -> str:
    match = re.match(r"https?://([^/?#:]*)", url, re.IGNORECASE)
    return match[1].lower().removeprefix("www.").rstrip(".") if match else ""


def narrowed(url: str) -> tuple[str, str]:
    """The URL with full-width letters and marks made ASCII where they can mean nothing else, and the first of them."""
    head = _HEAD.match(url)
    end = head.end() if head else 0
    narrow = _WIDE_HEAD.sub(_narrow, url[:end])
    tail = _WIDE_NAME.sub(_narrow, url[end:]) if is_ascii_site(narrow) else url[end:]
    made = narrow + tail
    return made, next((old for old, new in zip(url, made, strict=True) if old != new), "")


def _narrow(match: re.Match[str]) -> str:
    return "." if match[0] == "。" else chr(ord(match[0]) - 0xFEE0)


def ascii_part(url: str) -> str:
    """The URL up to where Chinese text was glued on: in the host, or in a path that is ASCII on this site."""
    head = re.match(r"https?://[^/?#]*", url, re.IGNORECASE)
    if not head:
        return url
    if mark := _MARK.search(head[0]):
        return url[: mark.start()]
    if is_ascii_site(url) and (name := re.compile(r"(?:/[^/?#]*){1,2}").match(url, head.end())):
        odd = re.search(r"[^\x21-\x7e]", name[0])
        return url[: name.start() + odd.start()] if odd else url
    return url


def is_page(url: str) -> bool:
    """Whether something is left of a URL that was cut: a host, and on a code site an owner and a project."""
    return not problem(url)[0] and (not is_ascii_site(url) or bool(re.match(r"https?://[^/]+/[^/]+/[^/]+", url)))


def looks_like_host(text: str) -> bool:
    """Whether the text starts like `domain.tld/…`."""
    return bool(_DOMAIN.match(text))


def meant_scheme(word: str) -> str:
    """The scheme a word was meant to be: one slip away from https or http; else an empty string."""
    word = word.lower()
    return next((known for known in _SCHEMES if _slip(word, known)), "")


def _slip(word: str, known: str) -> bool:
    """Equal, or one letter dropped, added, changed or swapped with its neighbour."""
    if word == known:
        return True
    splits = [(known[:i], known[i:]) for i in range(len(known) + 1)]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    dropped = {a + b[1:] for a, b in splits if b}
    added = {known for i in range(len(word)) if word[:i] + word[i + 1 :] == known}
    changed = len(word) == len(known) and sum(a != b for a, b in zip(word, known, strict=True)) == 1
    return word in swapped | dropped or bool(added) or changed


def problem(url: str) -> tuple[str, str, str]:
    """(what is wrong, fix, repaired) of the host and port; three empty strings when sound."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "的域名或端口写得不对", "请核对域名；端口是 1 到 65535 的数字", ""
    if not host:
        return "没有域名", "请写成“https://域名/路径”的样子", ""
    if "@" in parts.netloc:
        return "的域名前带着账号（“@”之前的部分）", "请删去“@”和它前面的内容，不要公开账号与密码", ""
    if port == 0 or parts.netloc.endswith(":"):
        return (
            "的端口是空的",
            "请删去冒号",
            url.replace(parts.netloc, parts.netloc.rstrip(":"), 1) if port is None else "",
        )
    return _name_problem(host, url)


def _name_problem(host: str, url: str) -> tuple[str, str, str]:
    if ":" in host or re.fullmatch(r"[\d.]+", host):
        return _address_problem(host)
    labels = host.rstrip(".").split(".")
    if ".." in host or host.startswith("."):
        short = re.sub(r"\.{2,}", ".", host.strip("."))
        mended = re.sub(re.escape(host), short, url, count=1, flags=re.IGNORECASE) if short in KNOWN else ""
        return f"的域名“{host[:60]}”里多了点号", "请核对域名", mended
    if any(not _LABEL.fullmatch(label) for label in labels):
        dotted = re.sub(r"[,;]+", ".", host)
        mended = re.sub(re.escape(host), dotted, url, count=1, flags=re.IGNORECASE) if dotted in KNOWN else ""
        return f"的域名“{host[:60]}”里有不该有的符号", "请核对域名", mended
    if len(labels) < 2 and host != "localhost":
        return f"的域名“{host[:60]}”不完整", "请补上后缀，如 .com、.cn、.org", ""
    if any(re.search(r"[a-z]", label) and re.search(r"[\u0370-\u052f]", label) for label in labels):
        return f"的域名“{host[:60]}”混用了形近的外文字母", "请手工重新输入域名，当心仿冒网站", ""
    return "", "", ""


def _address_problem(host: str) -> tuple[str, str, str]:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"的域名“{host[:60]}”不完整", "请写完整的域名或 IP 地址", ""
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        return f"的地址“{host}”只在自己的网络里有效", "请换成别人也能打开的网址", ""
    return "", "", ""


def placeholder(url: str) -> str:
    """The part of the URL that stands for something still to be filled in; else an empty string."""
    host = _name(url)
    if _RESERVED.fullmatch(host) or host in _STAND_INS:
        return host
    names = re.match(r"https?://[^/]+/([^/?#]+)/([^/?#]+)", url) if host in ASCII_SITES else None
    if names and _OWNER.fullmatch(names[1].lower()) and _REPO.fullmatch(names[2].lower().removesuffix(".git")):
        return f"{names[1]}/{names[2]}"
    return ""
