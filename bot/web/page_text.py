"""What the text of a page gives away: its title, that it is an error page, that its domain is for sale."""

from __future__ import annotations

import re
from html import unescape

from bot.urls.web_address import host_of
from bot.web.model import Exchange

LONGEST = 200
_TITLE = re.compile(rb"(?is)<title[^>]*>(.*?)(?:</title|$)")
_HEADING = re.compile(rb"(?is)<h1[^>]*>(.*?)</h1")
_CHARSET = re.compile(rb"(?i)charset=[\"']?([\w-]+)")
_TAG = re.compile(r"<[^>]*>")
_NOT_FOUND = re.compile(
    r"(?i)^\W*(?:(?:http )?error|http|错误)?\W*404\b(?=\W*(?:$|error|not found|page not|页面|[-–—|·:：]))"
    r"|\b404\W*(?:error|not found|页面|错误)|[-–—|·:：]\W*404\W*$"
    r"|\b(?:page|file|site|project|repository|article|document|resource|content|url)"
    r"(?: you requested| you are looking for)?"
    r"(?: (?:is|was|could|can|does|has))?(?: ?n[o']t|not|no longer)(?: be)? (?:found|exist|available)"
    r"|^\W*(?:not found|page missing)\W*$"
    r"|(?:页面|网页|文件|文章|内容|链接)[^，。]{0,6}(?:不存在|找不到|未找到|已删除|已失效|丢失)"
    r"|^\W*(?:找不到|未找到|没有找到)(?:该|此|这个|您|你)?[^，。]{0,8}(?:页面|网页|文件)|您访问的(?:页面|网页)(?:不存在|去火星)"
)
# Sites that show advertisements, or a price, on domains of others.
_PARKERS = re.compile(
    r"(?i)(?:^|\.)(?:sedo(?:parking)?|hugedomains|afternic|dan|bodis|parkingcrew|parklogic|above|undeveloped|buydomains"
    r"|domainmarket|atom|squadhelp|brandbucket|uniregistry|namebright|domainnameshop"
    r"|4|ename|22|mi|yumi|juming)\.(?:com|net|cn)$"
)
_SALE = re.compile(
    r"(?i)\b(?:this|the) (?:premium )?domain(?: name)?(?: [\w.-]+)? (?:is|may be) (?:for sale|available)"
    r"|buy this domain|domain(?: name)? (?:is )?for sale|\bparked (?:free|domain)"
    r"|域名[^，。]{0,6}(?:出售|转让|待售)|(?:出售|转让)[^，。]{0,4}域名"
)
_PARKING_CODE = re.compile(
    rb"(?i)sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|d1lxhc4jvstzrp\.cloudfront|/lander\?|park\.js"
    rb"|data-adblockkey=|domain_?parking"
)
_WORD = re.compile(r"[a-z0-9]{3,}|[\u4e00-\u9fff]")


def text_of(exchange: Exchange) -> str:
    """The title of a page; empty where it is no page or has none."""
    kind = exchange.headers.get("content-type", "text/html").lower()
    found = _TITLE.search(exchange.body) if "html" in kind else None
    return _words(found[1], exchange) if found else ""


def trouble(exchange: Exchange, title: str, known: str) -> str:
    """`soft-404`, `parked`, `title` or nothing; `known` is the title the page had when it was well."""
    if title and title == known:
        return ""
    heading = _HEADING.search(exchange.body)
    words = [title, *([_words(heading[1], exchange)] if heading else ())]
    if any(map(_NOT_FOUND.search, words)):
        return "soft-404"
    if _PARKERS.search(host_of(exchange.url)) or any(map(_SALE.search, words)) or _PARKING_CODE.search(exchange.body):
        return "parked"
    if title and known and not (_terms(title) & (_terms(known) | _terms(host_of(exchange.url)))):
        return "title"
    return ""


def _words(raw: bytes, exchange: Exchange) -> str:
    found = _CHARSET.search(exchange.headers.get("content-type", "").encode()) or _CHARSET.search(exchange.body[:2048])
    try:
        text = raw.decode(found[1].decode() if found else "utf-8", "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    text = " ".join(unescape(_TAG.sub(" ", text)).split())
    return "".join(letter for letter in text if letter.isprintable())[:LONGEST]


def _terms(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
