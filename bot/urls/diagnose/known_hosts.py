"""Hosts that are known, and what a path on them can look like."""

from __future__ import annotations

import re

# Sites this kind of list links to most. On the first group owner and project names are ASCII.
ASCII_SITES = frozenset({"github.com", "huggingface.co", "gitee.com", "gitlab.com", "arxiv.org", "modelscope.cn"})
KNOWN = ASCII_SITES | {
    "zhihu.com", "zhuanlan.zhihu.com", "mp.weixin.qq.com", "kaggle.com", "openreview.net", "aclanthology.org",
    "bilibili.com", "paperswithcode.com", "medium.com", "youtube.com", "raw.githubusercontent.com", "hf.co",
    "pypi.org", "openi.pcl.ac.cn", "colab.research.google.com", "twitter.com", "x.com",
}  # fmt: skip

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


def is_ascii_site(url: str) -> bool:
    """Whether the URL lies on a site whose paths start with ASCII names."""
    return host_name(url) in ASCII_SITES


def host_name(url: str) -> str:
    match = re.match(r"https?://([^/?#:]*)", url, re.IGNORECASE)
    return match[1].lower().removeprefix("www.").rstrip(".") if match else ""


def is_relative(url: str) -> bool:
    """Whether the text reads like a path or an anchor of the page it stands on, as `./docs/a.md` or `#usage` do."""
    return bool(_RELATIVE.match(url)) and not looks_like_host(url)


def looks_like_host(text: str) -> bool:
    """Whether the text starts like `domain.tld/…`."""
    return bool(_DOMAIN.match(text)) and not _FILE.fullmatch(re.split("[#?]", text, maxsplit=1)[0])


def is_slip(word: str, known: str) -> bool:
    """Equal, or one letter dropped, added, changed or swapped with its neighbour."""
    if word == known:
        return True
    splits = [(known[:i], known[i:]) for i in range(len(known) + 1)]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    dropped = {a + b[1:] for a, b in splits if b}
    added = {known for i in range(len(word)) if word[:i] + word[i + 1 :] == known}
    changed = len(word) == len(known) and sum(a != b for a, b in zip(word, known, strict=True)) == 1
    return word in swapped | dropped or bool(added) or changed
