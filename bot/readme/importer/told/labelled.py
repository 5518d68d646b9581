"""A link of its own for what the entry brought along: “还公布了一个评测集”, then “评测集地址：…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.markdown.page import Found, Page, Span
from bot.readme.importer.records import link_type
from bot.readme.importer.told.names import RELEASED
from bot.readme.importer.told.released import ALONG
from bot.readme.importer.told.sentences import Sentence, sentences, span
from bot.readme.importer.words import named_by_url

_THING = r"数据集|语料库?|(?:测试|评估|评测|验证)(?:集|基准)"
_LABEL = re.compile(rf"(?:该|其|此)?({_THING})(?:的?(?:开源|下载|项目))*(?:地址|链接|网址)?(?:是|为|如下)?$")


_ALSO = re.compile(rf"{ALONG}[^，。；]{{0,20}}?{RELEASED}了?[^，。；]{{0,16}}?({_THING})")
_MOST = 20


def find(page: Page, whole: Span) -> Iterator[Span]:
    links = [link for link in whole.links if link.outward][:_MOST]
    if len(links) < 2 or link_type(links[0].url) == "dataset":
        return
    for link in links[1:]:
        label = _LABEL.match(link.label) if link_type(link.url) == "dataset" else None
        said = _announced(page, whole, label[1], link) if label else None
        if said:
            yield span(whole, named_by_url([link]), Sentence(said.text, said.start, link.line + 1, said.first), (link,))


def _announced(page: Page, whole: Span, thing: str, link: Found) -> Sentence | None:
    """The last sentence before the link that says that such a thing was released too."""
    before = (said for said in sentences(page, whole) if said.start < link.line)
    found = [said for said in before if any(also[1] == thing for also in _ALSO.finditer(said.text))]
    return found[-1] if found else None
