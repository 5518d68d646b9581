"""What the words of an entry say: its dates, whether a line is one of its fields, and a name without its trimmings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.markdown.found import Found
from bot.markdown.visible import visible

_DATE = re.compile(r"(?<!\d)(20\d\d|19\d\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?")
# Blanks are taken all at once (`*+`): three runs side by side would be tried in every way on a stranger's page.
DATED = re.compile(
    r"(?<![ \t\u00a0])[ \t\u00a0]*+[（(\[【]\s*+(?:最近|最后)?(?:更新(?:于|时间|日期)?|收录于|updated?|added)?"
    r"\s*+[：:]?\s*+(?:20|19)\d\d\s*+(?:年|[-/.])\s*+\d{1,2}\s*+(?:月|[-/.])\s*+\d{1,2}\s*日?[^（()）\]】]{0,30}[)）\]】]",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"^[\s（(*_>-]*(?:最近|最后)?(?:更新|updated?)[^，。,;；]{0,12}\d", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:\d{1,3}(?:(?:\.\d{1,3})*[.、)）]|(?:\.\d{1,3})+)[ \t\u00a0]+|\d{1,3}[.、)）](?!\d)"
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．])\s*"
)
_FIELD = re.compile(
    r"(?:项目|开源|官方|在线|论文|源码|代码|仓库|github|gitee|模型|数据集?|demo|演示|体验|下载|文档|权重|中文|英文)*\s*"
    r"(?:地址|链接|网址|主页|官网|网站|简介|介绍|论文|源码|代码|仓库|下载|文档|演示|体验|效果图?|示例|说明|描述|许可证?"
    r"|协议|作者|博客|语言|教程|权重|参考(?:资料|文献)?|来源|出处|小问题"
    r"|github|gitee|gitlab|url|link|web\s?site|website|homepage|home page|repo|repository"
    r"|source(?: code)?|code|demo|doc|documentation|paper|arxiv|blog|license|author|download|model|weights|checkpoint"
    r"|dataset|description|project(?: page)?|site)s?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\s*(\*\*|__)(?=\S)([^*_\[\]]{16,}?)\1")  # in bold and long: of a paper, say
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[A-Za-z][\w'’-]+|[\u3400-\u9fff]{2}")
TITLE_WORDS = 4
LONGEST = 120
_SHORT = 60


def dates(text: str) -> list[date]:
    """Every full date in `text`, in Chinese or ISO form."""
    found = []
    for year, month, day in _DATE.findall(text):
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found


def updated(text: str) -> date | None:
    """The date that `text` gives in brackets, or else on a line of its own."""
    dated = DATED.search(text)
    return next(iter(dates(dated[0])), None) if dated else updated_line(text)


def updated_line(text: str) -> date | None:
    """The date on a line that says little else than when something was updated."""
    lines = (line for line in text.split("\n") if len(line) < _SHORT and _UPDATED.search(line))
    return next((day for line in lines for day in dates(line)), None)


def without_date(text: str) -> str:
    return DATED.sub("", text) if ("20" in text or "19" in text) else text


def is_field(text: str, links: Sequence[Found]) -> bool:
    """Whether a line gives a property of the entry around it (`地址：…`, `[paper](…)`) and not an entry."""
    head = visible(_first_line(text)[:60]).lstrip("([（【「 ")
    if (match := _FIELD.match(head)) and (match.end() == len(head) or head[match.end()] in "：:]）】)"):
        return True
    return bool(links) and all(is_field_label(link.label) for link in links) and not _TITLE.match(text)


def is_titled(text: str, links: Sequence[Found]) -> bool:
    """Whether a line is a title of some words, with nothing after it but `[[paper]](…) [[code]](…)`."""
    if not links or not all(is_field_label(link.label) for link in links) or "\n" in text.strip():
        return False
    first, last = text[: links[0].start].strip(" [(（"), text[max(link.end for link in links) :]
    return len(_WORD.findall(first)) >= TITLE_WORDS and first[-1] not in ":：" and not _LETTER.search(last)


def is_field_label(label: str) -> bool:
    return bool(_FIELD.fullmatch(label.strip("[]【】（）()「」# ：:")))


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0]


def clean_name(text: str) -> str:
    """`text` as a name: without its number, its date, a colon at its end and the pictures around it."""
    name = visible(without_date(text))
    if numbered := _NUMBERED.match(name):
        name = name[numbered.end() :].strip() or name
    name = name.rstrip("：:，,、-–—|[(（【").strip().strip("「」").strip()
    return name[:LONGEST].strip()
