"""The name that an entry has: its title, and not the words of a link such as 下载链接 or [paper]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.found import Found
from bot.markdown.visible import EMOJI, visible
from bot.names.compare import GENERIC, words
from bot.readme.importer.words import clean_name, is_field_label
from bot.readme.styles.link_types import url_name
from bot.text.slugs import FIELDS

_ENDS = re.compile(
    r"<br\s*/?>|(?<!\s)\s+[-–—|]\s+|\s[-–—]{1,2}(?=[^\x00-\x7f])|：|:(?=\s|$|[^\x00-\x7f])|，|。|；| – |——|,\s|\n"
    r"|(?<=[A-Za-z0-9])\s(?=[\u4e00-\u9fff])",
    re.IGNORECASE,
)
# What a link says that leads to the thing and does not name it, in Chinese and in English.
_WAY = re.compile(
    r"(?:(?:点击|点我|点这|请|直接|在线|立即|免费|官方|查看|本地)|百度(?:网盘|云盘?|盘)?|阿里云?盘?|夸克|蓝奏云?|天翼云?|微云|网盘|云盘|迅雷"
    r"|豆瓣|京东|当当|淘宝|亚马逊|知乎|pdf|epub|mobi|azw3|djvu|电子版|英文版?|中文版?|扫描版|高清)*\s*"
    r"(?:下载|查看|阅读|访问|进入|跳转|购买|试读|观看|收听|获取|直达|链接|地址|入口|详情|更多|传送门|原文|译文|全文|戳我|戳这里?|点我|这里|此处|提取|网盘"
    r"|百度云盘?|百度网盘|阿里云盘|豆瓣|京东|知乎|pdf|epub|mobi|介绍|评测)+",
    re.IGNORECASE,
)
_WAY_IN_ENGLISH = re.compile(
    r"(?:(?:click|read|view|see|get|buy|watch|go|visit|download)\s+)?"
    r"(?:here|links?|details?|more|this|view|pdf|ps|slides?|ppt|video|audio|book|bib(?:tex)?|poster|supp|talk|html|arxiv|arxiv-pdf"
    r"|doi|project page|official|paper|code|now)",
    re.IGNORECASE,
)
_LEAD = r"\s*(?:[\[(（【]?(?:19|20)\d\d[-./年\d月日]{0,8}[\])）】]?[\s:：|,，-]*)?"
_TITLE = re.compile(rf"{_LEAD}(\*\*|__)(?=\S)(?P<title>[^*_\[\]]{{2,}}?)\1")
_BOOK = re.compile(r"[\s*_\d.、]*(《[^《》\n]{1,100}》)")
_CODE = re.compile(r"(?!(?:19|20)\d\d-)[~\w]*\d-\d\w*")  # of a course: 15-440
_SAID = re.compile(r"[^\n\[\]]{0,12}(?:\[[^\[\]\n]{0,12}\])?[*_ \t]*[-–—:：]\s*[^\s\[]")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"\s*[(（](?:19|20)\d\d[)）]$")
_OPENS = re.compile(r"[(（\[【]\s*$")
_SCRIPTS = re.compile(r"[\u3400-\u9fff·]+|[A-Za-z][A-Za-z0-9.+#_-]*(?: [A-Z0-9][A-Za-z0-9.+#_-]*)*")
_WIDE = re.compile(r"[\u3400-\u9fff]")
# What makes two scripts beside each other a sentence: 什么是 AI, Java 序列化详解.
_TOLD = re.compile(
    r"关于|什么|如何|怎[么样]|为何|详解|入门|教程|指南|实战|面试|原理|总结|介绍|简介|导航|工具|资源|网站|大全|合集|学习|笔记|文档|手册|基础|进阶"
    r"|开发|编程|源码|分析|特性|概览|常见|问题|知识|数据|模型|框架|算法|系统|中文|社区|论坛|博客|课程|书籍|视频|下载|官网|平台|助手|设计"
    r"|核心|应用|技术|项目|[库版的与和之了是在]"
)


def entry_name(text: str, links: Sequence[Found]) -> str:
    """The name of an entry: its first telling link, unless words before it name it; the URL's end if all else fails."""
    telling = next((link for link in links if _tells(link)), None)
    if telling and telling is not links[0] and _leads(text, links[0]):
        return clean_name(links[0].label)
    if (book := _BOOK.match(text)) and (telling is None or book.end() <= telling.start):
        return " ".join(book[1].split())
    if telling is None and (title := _TITLE.match(text)) and not is_way(title["title"]):
        return clean_name(title["title"]).strip('"“”.。')
    if telling is None:
        before = clean_name(_YEAR.sub("", clean_name(_head(text[: links[0].start] if links else text))))
        return before if _LETTER.search(before) else named_by_url(links)
    lead = clean_name(_head(text[: telling.start]))
    if _LETTER.search(lead) and len(lead) > 1 and _separated(text[: telling.start]) and not is_way(lead):
        return lead
    return clean_name(telling.label)


def is_way(label: str) -> bool:
    """Whether a link's words say how to get at the thing (`百度云下载链接`, `[pdf]`), or name one of its fields."""
    words_of_it = label.strip(" []【】（）()「」#：:>→.。!！")
    return is_field_label(label) or bool(_WAY.fullmatch(words_of_it) or _WAY_IN_ENGLISH.fullmatch(words_of_it))


def _leads(text: str, link: Found) -> bool:
    """Whether an entry begins with the link and says something of it: `[Book](…) - …`, whatever its label."""
    if (
        link.badge
        or link.kind == "bare"
        or "://" in link.label
        or not link.label.strip("[] ")
        or re.search(r"\w", visible(text[: link.start]))
    ):
        return False
    return not is_way(link.label) or bool(_SAID.match(text, link.end))


def _head(text: str) -> str:
    text = EMOJI.sub("", text).lstrip()
    return _ENDS.split(text, maxsplit=1)[0] if not text.startswith("[") else text


def _separated(before: str) -> bool:
    """Whether the words before a link are parted from it, by a mark or an opening bracket."""
    parted = _ENDS.search(before.strip(" *_\n") + " ") or _OPENS.search(before)
    return bool(parted) and len(before.strip()) > 1


def _tells(link: Found) -> bool:
    return (
        link.kind != "bare"
        and not link.badge
        and bool(_LETTER.search(link.label) or _CODE.fullmatch(link.label))
        and (not is_way(link.label) or _is_home(link))
        and "://" not in link.label
    )


def _is_home(link: Found) -> bool:
    """Whether a label such as “GitLab” says which site it is, and not where an entry has its page."""
    host, _, path = link.url.partition("://")[2].lower().partition("/")
    return not path and link.label.lower() in host.split(".")[-2:-1]


def named_by_url(links: Sequence[Found]) -> str:
    """The last part of the first URL's path, or its host."""
    return next((name for link in links if (name := url_name(link.url))), "")


def aliases(name: str) -> tuple[str, ...]:
    """The two halves of a short name that is given in two scripts: `Baize白泽` → Baize, 白泽."""
    if len(name) > 24 or not _WIDE.search(name) or _TOLD.search(name):
        return ()
    parts = _SCRIPTS.findall(name)
    wide = [part for part in parts if _WIDE.search(part)]
    latin = [part for part in parts if not _WIDE.search(part)]
    if len(wide) == len(latin) == 1 and 2 <= len(wide[0]) <= 6 and len(latin[0]) >= 2:
        return () if words(latin[0]) <= FIELDS | GENERIC else (parts[0], parts[1])
    return ()
