"""A correction of one link: another address in its place, with a label that fits it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalog.model import Link, Record
from bot.markdown.links import links
from bot.submissions.context import SubmissionContext
from bot.submissions.fix_standing import told_withdrawn
from bot.submissions.read_answers import Reader, distinct
from bot.submissions.typed_links import addresses
from bot.text import zh
from bot.urls.normalise import LinkKey, link_key

NO_LINK_TO_REPLACE = "选了“链接不对”，但这个条目现在没有链接；请把这一行改成“内容过时”，机器人会把“正确的链接”补进条目"
_REMOVED = re.compile(r"\s*(?:请|直接)?(?:删去|删除|删掉|去掉|移除)(?:链接|它|即可)?[。.]?\s*")


def wrong_link(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    """Replace one link, keeping its place and label; or one that stands in the text."""
    del context
    if in_text := _in_text(reader, before):
        right = reader.link("link")
        return _with_text(before, in_text, right.url) if right else None
    if not before.links and not told_withdrawn(reader, before):
        reader.refuse("problem", NO_LINK_TO_REPLACE)
    if not before.links:
        return None
    if _REMOVED.fullmatch(reader.answers.text("link")):
        return _without(reader, before)
    right = reader.link("link")
    if right is None and not reader.answers.text("link"):
        reader.refuse("link", "还没有填：换成哪一个网址？不知道新网址就写“删去”")
    wrong = _old_link(reader, before)
    if right is None or wrong is None:
        return None
    old_key, new_key = link_key(wrong.url), link_key(right.url)
    same = (old_key.host, old_key.kind) == (new_key.host, new_key.kind)  # else the label tells of the old page
    kind = wrong.type if right.type == "homepage" and same else right.type
    label = wrong.label if same and not _names(wrong.label, old_key, new_key) else ""
    changed = [replace(right, label=label, type=kind) if link is wrong else link for link in before.links]
    old = wrong.written or wrong.url
    return replace(before, links=distinct(changed), body=before.body.replace(old, right.url))


def _in_text(reader: Reader, before: Record) -> str:
    """The old address as the entry's text has it, where no link of its own is meant; "" else."""
    named = addresses(reader.answers.text("old-link"))[0]
    page = link_key(named[0]).page if len(named) == 1 else ""
    if not page or any(link_key(link.url).page == page for link in before.links):
        return ""
    found = (link.url for text in (before.description, before.body) for link in links(text))
    return next((url for url in found if link_key(url).page == page), "")


def _with_text(before: Record, old: str, new: str) -> Record:
    texts = {name: getattr(before, name).replace(old, new) for name in ("description", "body")}
    return replace(before, **texts)


def _without(reader: Reader, before: Record) -> Record | None:
    """The entry without the link: nobody knows where the page has gone."""
    wrong = _old_link(reader, before)
    if wrong and before.body:
        reader.refuse("link", "写了“删去”，可是这个条目照原文保留；请改选“内容过时”并写“新的介绍”")
        return None
    return replace(before, links=tuple(link for link in before.links if link is not wrong)) if wrong else None


def _names(label: str, old: LinkKey, new: LinkKey) -> bool:
    """Whether a link's text holds the old project's own name, which the new one does not have."""
    was, is_now = (key.project.rpartition("/")[2].lower() for key in (old, new))
    return was != is_now and was in label.lower()


def _old_link(reader: Reader, before: Record) -> Link | None:
    text = reader.text("old-link", "link")
    if not text and len(before.links) == 1:
        return before.links[0]
    named = addresses(text)[0]
    key = link_key(named[0] if len(named) == 1 else text)
    found = [link for link in before.links if link.url == text or link_key(link.url).page == key.page]
    if len(found) == 1:
        return found[0]
    said = f"里的{zh.quote(text)}不是这个条目的链接" if text else "还没有填，而条目有好几个链接"
    reader.refuse("old-link", f"{said}；请照抄其中一个：{zh.join(link.url for link in before.links)}")
    return None
