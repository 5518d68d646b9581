"""What a link's text and an entry's words say about whose link it is."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.catalog.model import Link, Record
from bot.lint.analysis.same_page import Entry
from bot.names.compare import GENERIC, kinship, telling, title, words
from bot.names.match_url import pieces
from bot.names.normalise import name_key, simplify
from bot.names.similar_text import LONGEST
from bot.urls.hosts import CALLED

# What a link is to its entry; no name.
_ROLES = (
    "source code demo link here paper video slides download home page get this theme open oss software icon free "
    "freeware go url 地址 链接 源码 代码 论文 演示 项目地址 开源地址"
)
ROLES = frozenset(_ROLES.split())
SITES = CALLED | {"博客", "blog"}
# What many entries are or run on: naming it names no project.
_THINGS = (
    "dataset datasets model models server servers client plugin plugins language languages chinese english system "
    "platform library android linux macos windows python javascript typescript react swift golang conversation "
    "conversations instruction instructions image images video videos audio theme themes editor manager reader viewer "
    "application applications component components learning machine neural network networks medical financial"
)
THINGS = frozenset(_THINGS.split())
# "该项目的开源地址是", whatever is left of it after the name.
SAID = re.compile(
    r"该?项目的?|本项目的?|开源|在线|体验|演示|试用|地址|链接|网址|源码|代码|仓库|官网|主页|下载|论文|博客|详见|模型|数据"
    r"|[的是为在：:，,（）()]"
)


def is_passing(record: Record, link: Link) -> bool:
    """Whether the text of the link names something else than the entry: then it is mentioned, not meant."""
    return not is_role(link.label) and kinship(SAID.sub("", link.label), record.name) == "strangers"


@lru_cache(maxsize=1 << 12)
def is_role(label: str) -> bool:
    """Whether the text of a link only says what the link is to its entry: “源码”, “Demo”, an icon, nothing."""
    named = frozenset(word for word in words(SAID.sub("", label)) if not word[0].isdigit())  # a rating is no name
    return named <= GENERIC | ROLES


def is_named(record: Record) -> bool:
    """Whether the entry has a name of its own: not a role, a site, or a piece of its address."""
    own = words(record.name) - GENERIC - ROLES - SITES
    if not own or len(name_key(title(record.name)).full) < 2:
        return False
    text = _squashed(re.sub(r"https?://[^\s)>\]]+", " ", f"{record.body} {record.description}"))
    return record.file.endswith(".yml") or not record.body or _squashed(title(record.name)) in text


def _squashed(text: str) -> str:
    return "".join(filter(str.isalnum, simplify(text).lower()))


def mentions(entry: Entry, other: Entry) -> bool:
    """Whether the entry's own text names the other project or its address: then the link is explained."""
    name = entry.record.name
    text = re.sub(r"https?://\S+", " ", f"{name} {(entry.record.description or entry.record.body)[:LONGEST]}")
    folded = name_key(simplify(text.replace(title(name), " "))).full
    key = name_key(title(other.record.name))
    named = {key.full, *key.aliases, *pieces(entry.link.url)[-1:]}
    told = telling(other.record.name) - words(name) - THINGS
    part = any(len(word) >= 5 and word in folded for word in told)
    return part or any(len(word) >= 3 and word in folded for word in named)
