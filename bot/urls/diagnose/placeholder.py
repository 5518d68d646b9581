"""What stands for an address still to be filled in: a word, a template, an example's host or owner."""

from __future__ import annotations

import re

from bot.urls.diagnose.problem import UrlProblem
from bot.urls.hosts import ASCII_SITES
from bot.urls.shape import host_name

# Words that no file is called, given where a target should be.
_WORD = re.compile(
    r"todo|tbd|tba|fixme|xx+|\?{2,}|\.{3,}|…+|url|link|href|https?|https?:/{0,2}|null|none|undefined|n/a|placeholder"
    r"|(?:your|the|insert|add)[-_ ](?:url|link)(?:[-_ ]here)?|(?:url|link)[-_ ]here|coming[-_ ]soon"
    r"|待(?:补充?|添加|填写?|定|更新|完善|整理)|暂无(?:链接)?|(?:此处)?(?:填写?|插入)?(?:网址|链接|地址)"
)
_NAME_TO_BE = re.compile(r"(?<=/)(?:你的)?(?:用户名?|账号名?|作者名?|仓库名?|项目名?|组织名?)(?=/|$)|\$\w+")
# Words without which nothing below can match; looking for them is quicker than one expression for all.
_SUSPECT = (
    "example",
    "test",
    "invalid",
    "local",
    "domain",
    "xx",
    "website",
    "your",
    "my",
    "user",
    "owner",
    "/url",
    "/link",
    "/number",
    "/id",
)
_NUMBER_TO_BE = re.compile(
    r"//(?:www\.)?(?:github|gitlab|gitee)\.com/[^/]+/[^/]+/(?:issues|pulls?|pull|releases|discussions)"
    r"/(url|link|xx+|number|id|your-[a-z]+)$"
)
_RESERVED = re.compile(r"(?:.+\.)?(?:example\.(?:com|org|net)|example|test|invalid|local|localhost)")
_STAND_INS = {
    "example", "your-domain.com", "yourdomain.com", "domain.com", "mydomain.com", "xxx.com", "xxxx.com", "website.com",
}  # fmt: skip
_OWNER = re.compile(r"(?:your|my)[-_]?(?:user[-_]?)?(?:name|org|account|repo|project)|user[-_]?name|owner|x{2,}|user")
_REPO = re.compile(r"(?:your|my)[-_]?(?:repo|project|model)(?:[-_]?name)?|repo(?:sitory)?(?:[-_]?name)?|name|x{2,}")


def placeholder_word(url: str) -> UrlProblem | None:
    """A word where the address was to be filled in later."""
    if _WORD.fullmatch(url.strip().strip("<>[]{}()【】").lower()):
        return UrlProblem("是占位的文字，不是网址", "请换成真实的网址；还没有的，先去掉链接、只留文字")
    return None


def unfilled_template(url: str) -> UrlProblem | None:
    if (match := re.search(r"\{[^{}\":]*\}|<[^<>/]*>", url)) or (
        host_name(url) in ASCII_SITES and (match := _NAME_TO_BE.search(url))
    ):
        return UrlProblem(f"里的“{match[0][:40]}”还没有填", "请换成真实的网址，没有就删去这条链接")
    return None


def placeholder_name(url: str) -> UrlProblem | None:
    """A host or an owner/project that stands for something still to be filled in."""
    low = url.lower()
    if not any(word in low for word in _SUSPECT):
        return None
    if blank := _NUMBER_TO_BE.search(low):
        return UrlProblem(f"里的“{blank[1]}”还没有填", "请换成真实的网址，没有就删去这条链接")
    part = name = host_name(url)
    if not (_RESERVED.fullmatch(name) or name in _STAND_INS):
        path = re.match(r"https?://[^/]+/([^/?#]+)/([^/?#]+)", url) if name in ASCII_SITES else None
        part = "/".join(path.groups()) if path and _is_stand_in(*path.groups()) else ""
    return UrlProblem(f"里的“{part}”是占位用的", "请换成真实的网址，没有就删去这条链接") if part else None


def _is_stand_in(owner: str, project: str) -> bool:
    return bool(_OWNER.fullmatch(owner.lower()) and _REPO.fullmatch(project.lower().removesuffix(".git")))
