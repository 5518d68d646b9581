"""Slips of the pen in an address, each with what speaks for it: the name, the entry's other links, known sites."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from bot.checks.copied import is_role
from bot.checks.same_page import HUBS
from bot.identity import LinkKey, link_key, name_key
from bot.identity.hosts import CODE_HOSTS, SITE_PAGES
from bot.kinship import GENERIC, title
from bot.model import Link, Record, Severity
from bot.url_form import is_relative, url_problem
from bot.zh import quote

Slip = tuple[str, str, Severity]

KNOWN = ("github.com", "gitlab.com", "huggingface.co", "bitbucket.org", "youtube.com", "wikipedia.org", "arxiv.org",
         "medium.com", "twitter.com", "npmjs.com", "readthedocs.io", "github.io")  # fmt: skip
GENUINE = frozenset({"gitea.com", "gitee.com", "githun.com", "github.co", "arxiv.com", "medium.co"})
ENDINGS = re.compile(r"\.(?:cm|cpm|con|ocm|comm|cmo|vom|ogr|orgg|rog|nte|ner|ioo|onlinel|gihub)$")
_THIRD = (
    "tree blob raw blame edit commits commit releases release issues pull pulls wiki actions projects discussions "
    "security network graphs stargazers watchers forks fork labels milestones milestone settings tags branches "
    "compare archive find new upload packages deployments pulse contributors subscription search suites runs "
    "zipball tarball files assets models community activity rules sponsors attestations codespaces invitations "
    "workflows tag downloads used-by dependents issue pages stats members codespace custom-properties"
)
THIRD = frozenset(_THIRD.split())
LOCAL = re.compile(r"(?i)file:|[a-z]:[\\/]|/(?:users|home)/")
DOMAIN = re.compile(r"(?i)(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|cn|ai|app|me|co)")
AGAIN = re.compile(r"https?:/|(?:^|/)(?:www\.)?(?:github|gitlab)\.com(?:/|$)")
NO_LETTER = re.compile(r"[\W_]+")
OWNER_NAME = re.compile(r"[A-Za-z0-9][\w-]*/[\w-]*[A-Za-z][\w-]*(?:\.(?:nvim|js|vim|sh|zsh))?")


def slip(record: Record, link: Link) -> Slip | None:
    """What is wrong and how it may be meant, both Chinese; None where nothing speaks for a slip."""
    key = link_key(link.url)
    if not is_relative(link.url) and url_problem(link.url):
        return None  # told by LNK001
    if not key.host:
        return _no_address(record, link)
    return _host(key.host) or _path(key, link) or _site(key, link) or _name(record, link, key)


def _no_address(record: Record, link: Link) -> Slip | None:
    if LOCAL.match(link.url):
        return "是某台电脑上的路径", "请换成网上的地址", "error"
    if OWNER_NAME.fullmatch(link.url) and not link.url.startswith("docs/"):
        slug = name_key(link.url.rpartition("/")[2]).full
        if any(name_key(name).full in slug or slug in name_key(name).full for name in (title(record.name), link.label)):
            return "少了网站名", f"像是 https://github.com/{link.url}", "warning"
    return None


@lru_cache(maxsize=1 << 14)
def _host(host: str) -> Slip | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - names and hosts in doubt only

    for known in KNOWN:
        near = host != known and abs(len(host) - len(known)) <= 1 and OSA.distance(host, known) == 1
        if near and host not in GENUINE:
            return f"的域名 {host} 像是 {known}", f"请改为 {known}", "error"
    if ending := ENDINGS.search(host):
        return f"的域名以“{ending[0]}”结尾，像是打错了", "请核对域名的结尾", "warning"
    return None


def _path(key: LinkKey, link: Link) -> Slip | None:
    if key.host not in CODE_HOSTS or key.page == key.host:
        return None
    parts = link.url.split("?")[0].split("#")[0].partition("://")[2].split("/")[1:]
    inside = "/".join(parts[2:])
    if not parts:
        return None
    if not unquote("/".join(parts[:2])).isascii():
        return "里的账号或仓库名带着不可能有的字符", "请删去多余的字符", "error"
    if found := AGAIN.search(inside):
        second = inside[found.start() :].lstrip("/")[:40]
        return "里面又接了一个网址", f"第二个从“{second}”开始，请只留一个", "warning"
    third = parts[2] if len(parts) > 2 and key.host == "github.com" else ""
    if third and third.lower() not in THIRD and parts[0].lower() not in SITE_PAGES:
        mended = f"https://github.com/{parts[-2]}/{parts[-1]}" if len(parts) == 3 and parts[-1] else ""
        hint = f"像是 {mended}" if mended else "请核对路径"
        return f"不是 GitHub 的页面：仓库后面没有“{third[:30]}”这样的一页", hint, "warning"
    return None


def _site(key: LinkKey, link: Link) -> Slip | None:
    """A domain as text that leads to a file of some repository: a relative link, made whole where it should not be."""
    ending = link.label.rpartition(".")[2].lower()
    if key.kind == "file" and DOMAIN.fullmatch(link.label) and link.url.lower().endswith(f".{ending}"):
        return f"是仓库里的一个文件，文字却是网站 {link.label}", f"像是 https://{link.label}", "warning"
    return None


def _name(record: Record, link: Link, key: LinkKey) -> Slip | None:
    before, _, slug = key.page.partition("#")[0].partition("?")[0].rpartition("/")
    if not before or "#" in key.page:
        return None
    called = record.name if is_role(link.label) else link.label
    if title(called).lower() == slug.lower():
        return None
    name, other = _letters(title(called)), _letters(slug)
    if not name.isascii() or min(len(name), len(other)) < 3 or name == other:
        return None
    if _numbers_differ(name, other):
        return f"和名称{quote(called, 40)}的数字对不上", "请核对链接指到的是不是这一个", "warning"
    if other in GENERIC or not _one_letter(name, other):
        return None
    if witness := _witness(record, link, name) or (before if name in _letters(before.rpartition("/")[2]) else ""):
        return f"的“{slug}”和名称差一个字母", f"{quote(witness)}里写作“{name}”，请核对拼写", "warning"
    if key.kind in HUBS and (_cut(name, other) or len(name) >= 10):
        return f"的“{slug}”和名称{quote(called, 40)}差一个字母", "请核对拼写", "info"
    return None


def _letters(text: str) -> str:
    full = name_key(text).full
    return full if full.isalnum() else NO_LETTER.sub("", full)


def _one_letter(name: str, other: str) -> bool:
    """One letter missing, added, changed or two swapped; a digit is a version, not a slip."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    if abs(len(name) - len(other)) > 1 or re.sub(r"\D", "", name) != re.sub(r"\D", "", other):
        return False
    return OSA.distance(name, other) == 1


def _cut(name: str, other: str) -> bool:
    """The slug lost its last letter when it was copied."""
    return other == name[:-1]


def _numbers_differ(name: str, other: str) -> bool:
    ours, theirs = re.findall(r"\d+", name), re.findall(r"\d+", other)
    same_words = re.sub(r"\d", "", name) == re.sub(r"\d", "", other)
    return bool(ours and theirs) and same_words and len(re.sub(r"\d", "", name)) >= 3 and not _one_year(ours, theirs)


def _one_year(ours: list[str], theirs: list[str]) -> bool:
    """Whether the numbers are equal, a year in full or by its last two digits alike."""
    short = [re.sub(r"^(?:19|20)(?=\d\d$)", "", number) for number in (*ours, *theirs)]
    return short[: len(ours)] == short[len(ours) :]


def _witness(record: Record, link: Link, name: str) -> str:
    """Another link of the entry that spells the name as the entry does."""
    return next((o.url for o in record.links if o.url != link.url and name in _letters(o.url)), "")
