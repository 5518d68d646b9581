"""What a description, or any answer, may not be: a README, an address, too little, an advertisement."""

from __future__ import annotations

import re

from bot.catalog.model import Catalog
from bot.text import zh

SHORTEST = 20  # characters; a Chinese one says as much as a word
LEAST, ENOUGH = 4, 3  # in a list whose own descriptions are shorter; and how many of them tell
_SHAPES = {
    "代码": re.compile(
        r"```|~~~|^(?: {4}|\t)\S|^(?:>>>|\$) ?\S|<(?:pre|script|style)\b|^import \w+|^from \w+ import ",
        re.MULTILINE | re.IGNORECASE,
    ),
    "表格": re.compile(r"^[ ]*\|.+\|[ ]*$|^[ ]*:?-{3,}:?[ ]*\||<table\b|<t[dr]\b", re.MULTILINE | re.IGNORECASE),
    "标题": re.compile(
        r"^[ ]{0,3}#{1,6}(?:[ \t]|$)|^\S.*\n[ ]{0,3}(?:=+|-{3,})[ ]*$|<h[1-6]\b", re.MULTILINE | re.IGNORECASE
    ),
    "删除线": re.compile(r"~~[^~\n]+~~|<(?:del|s)\b", re.IGNORECASE),
}  # fmt: skip
_README = 3  # headings from which it is a whole page
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]", re.MULTILINE)
_URL = re.compile(r"(?:https?[:：]?//|www\.)[!-~]+", re.IGNORECASE)
_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
_ADVERTISING = (
    re.compile(r"(?:微信|薇信|威信|wechat|weixin|(?<![a-z])[vw]x|v信)\s*(?:号|群|id)?\s*[:：]?\s*[a-z][-_a-z0-9]{5,19}(?![a-z0-9.])",
               re.IGNORECASE),
    re.compile(r"(?:QQ|扣扣|企鹅)\s*(?:交流|粉丝|官方)?(?:群|号)?号?\s*[:：]?\s*[1-9]\d{4,11}", re.IGNORECASE),
    re.compile(r"(?:交流|粉丝|官方|用户|微信|QQ|技术)群\s*(?:号)?\s*[:：]\s*[1-9]\d{4,11}", re.IGNORECASE),
    re.compile(r"加(?:我|个|入)?(?:微信|薇信|[vV](?:信|[xX])?|QQ|群)(?![a-z])|扫码(?:加|进|入|关注|领)|进群|私信(?:我|领取)"),
    re.compile(r"注册(?:即|就|立)?[送赠得]|(?:免费|限时|立即)领取?|限时(?:优惠|特价|免费|折扣)|优惠[码券]|邀请[码链]|返[利现佣]"
               r"|低价(?:出售|代充)|代充|立减|点击(?:注册|购买|领取)|(?:立即|马上)(?:注册|购买)"),
    re.compile(r"[?&#](?:invit\w*|inviter|yqm|aff(?:_?id|_?code|iliate\w*)?|refer(?:ral)?(?:_?(?:code|id))?|ref_?code|promo\w*|coupon)="
               r"[^&\s]+", re.IGNORECASE),
    re.compile(r"[?&](?:ref|code|from_?uid|share_?uid|pid)=(?=[^&\s.]*\d)(?=[^&\s.]*[A-Za-z])[A-Za-z0-9]{5,16}(?=[&\s，。]|$)"),
)  # fmt: skip
_NETDISK = re.compile(
    r"pan\.baidu|yun\.baidu|pan\.quark|aliyundrive|alipan|lanzou|123pan|cloud\.189|weiyun|xunlei", re.IGNORECASE
)
_PASSWORD = re.compile(
    r"(?:提取码|访问码|密码|口令|(?<![?&\w])pwd|passcode)\s*[:：=]?\s*([A-Za-z0-9]{4,8})", re.IGNORECASE
)


def shapes(text: str) -> str:
    """What keeps a description from being read as sentences, as a request; "" for nothing."""
    found = [name for name, shape in _SHAPES.items() if shape.search(text)]
    if len(_HEADING.findall(text)) >= _README:
        return "像是整篇 README；请用自己的话写两三句介绍，只写普通文字"
    return f"里有{zh.join(found)}，条目里放不下；请改写成两三句普通文字" if found else ""


def shortest(catalog: Catalog) -> int:
    """How many characters a description must have: no more than the shortest tenth of this list's own have."""
    own = sorted(len(_said(record.description)) for record in catalog.records if record.description.strip())
    return max(LEAST, min(SHORTEST, own[len(own) // 10])) if len(own) >= ENOUGH else SHORTEST


def too_little(text: str, least: int = SHORTEST) -> str:
    """Likewise of a text that is made plain, of which `least` characters are wanted."""
    words = _said(text)
    if text and not any(char.isalnum() for char in words):
        return "只有网址，没有文字；请写两三句介绍，网址写到链接里"
    if text and len(words) < least:
        return f"太短了（{len(words)} 个字符）；请写 {least} 个字以上：谁做的、是什么、有什么特点"
    return ""


def _said(text: str) -> str:
    """Without blanks and addresses."""
    return re.sub(r"\s", "", _URL.sub("", text))


def foreign(text: str, catalog: Catalog) -> str:
    """Likewise of a text without Chinese in a Chinese list."""
    if not text or _HAN.search(text) or not is_chinese(catalog):
        return ""
    return "里没有中文；这是中文列表，请用中文写"


def is_chinese(catalog: Catalog) -> bool:
    """Whether most entries, or the titles where there are none, are in Chinese."""
    texts = [record.description or record.body for record in catalog.records[:200]]
    texts = [text for text in texts if text] or [
        catalog.list.title,
        catalog.list.introduction,
        *catalog.titles.values(),
    ]
    return sum(bool(_HAN.search(text)) for text in texts) * 2 >= len(texts)


def advertising(text: str) -> str:
    """The words or the parameter that make an advertisement of it, "" for none."""
    return next((found[0].strip() for rule in _ADVERTISING if (found := rule.search(text))), "")


def password(text: str) -> str:
    """The code that opens a share on a network disk, "" for none."""
    found = _PASSWORD.search(text) if _NETDISK.search(text) else None
    return found[1] if found else ""
