"""The form 更正条目 → the named record, changed. Each kind of problem is one function below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from bot.catalog.model import Record
from bot.catalog.words import Words, words_of
from bot.markdown.escape import flat
from bot.submissions.context import SubmissionContext
from bot.submissions.find_entry import find_record, named
from bot.submissions.fix_fields import FIELD, fields_changed
from bot.submissions.fix_link import wrong_link
from bot.submissions.fix_standing import duplicate, withdrawn
from bot.submissions.issue_body import Answers
from bot.submissions.kept_text import followed
from bot.submissions.merge_entries import Merge
from bot.submissions.model import Rows, Submission
from bot.submissions.read_answers import Reader, distinct
from bot.submissions.section_choice import SECTION, answered, offered, title
from bot.submissions.unfit_text import foreign, shortest
from bot.text import zh

FORM: Final = "fix-entry"
# What the form offers under “有什么问题” and a machine can act on, as its options are spelt.
WRONG_LINK, OUTDATED, DUPLICATE, WITHDRAWN = "链接不对", "内容过时", "与另一个条目重复", "项目已下线"
WRONG_FIELD = "名称、机构、类别、栏目或日期有误"
# How forms say the same in other lists: without kinds, or in English.
_MEANS: Mapping[str, str] = {
    "名称、机构、栏目或日期有误": WRONG_FIELD,
    "Wrong link": WRONG_LINK,
    "Outdated": OUTDATED,
    "Duplicate of another entry": DUPLICATE,
    "No longer available": WITHDRAWN,
    "Wrong name, maker, section or date": WRONG_FIELD,
}
SHORTER, LONG = 0.4, 60  # a new text of less than this part of the old one; from so many characters on
BY_HAND = "已转给维护者；如果其实属于“有什么问题”里的另一类，可以改选那一项，机器人会自动生成修改"
CHANGED_LINK, NEW_LINK, LINK_GOES = "链接", "新增链接", "删去链接"
MERGED, NEW_NAMES = "合并", "新增的其他名称"


def fix_entry(answers: Answers, context: SubmissionContext, *, day: date, section: str = "") -> Submission:
    """`section`: where a maintainer wants the entry moved, or ""."""
    reader = Reader(answers, context.forms[FORM], least=shortest(context.catalog))
    kind = reader.answers.text("problem")
    kind = _MEANS.get(kind, kind)
    by_hand = kind in offered(reader, "problem") and kind not in {*_CHANGES, DUPLICATE}
    before = named(reader, "entry", context.catalog) if by_hand else find_record(reader, "entry", context.catalog)
    reader.text("reason", "prose")
    reader.unfit("link", "description")
    merge = duplicate(reader, before, context) if before and kind == DUPLICATE else None
    after: Record | None = merge.after if merge else None
    if before and kind in _CHANGES:
        after = _CHANGES[kind](reader, before, context)
    before = merge.kept if merge else before
    if before and section and section != before.section:
        after = replace(after or before, section=section)
    if after and before and after == before and not (reader.problems or merge):
        reader.refuse(*_SAME[kind])
        after = None
    return _submission(reader, context, kind, (before, after, merge), (day, section))


def _submission(
    reader: Reader,
    context: SubmissionContext,
    kind: str,
    change: tuple[Record | None, Record | None, Merge | None],
    when_and_where: tuple[date, str],
) -> Submission:
    (before, after, merge), (day, section) = change, when_and_where
    words = words_of(context.catalog.list)
    by_hand = kind in offered(reader, "problem") and kind not in {*_CHANGES, DUPLICATE}
    if after and before:
        after = followed(before, replace(after, updated=max(day, after.updated or day)), words)
    moved: Rows = ((SECTION, title(section, context.catalog)),) if section and after else ()
    changes = (*merge_changes(merge), *link_changes(before, after, words)) if before and after else ()
    known = {link for one in (before, merge and merge.gone) if one for link in one.links}
    return Submission(
        FORM,
        answered(reader.understood(), moved),
        tuple(dict.fromkeys(reader.problems)),
        () if by_hand else (*_unused(reader, kind), *reader.notes),
        before,
        after,
        BY_HAND if by_hand and not after else "",
        told=(*_told(reader), *changes, *moved),
        changes=changes,
        links=tuple(("link", link) for link in after.links if link not in known) if after else (),
        gone=merge.gone if merge else None,
        others=merge.others if merge else (),
    )


def merge_changes(merge: Merge | None) -> Rows:
    """What goes over from the entry that is taken away."""
    if merge is None:
        return ()
    new = [name for name in merge.after.aliases if name not in merge.kept.aliases]
    rows = ((MERGED, f"“{merge.gone.name}”并入“{merge.kept.name}”，不再单独列出"),)
    return (*rows, (NEW_NAMES, zh.join(new))) if new else rows


def link_changes(before: Record, after: Record, words: Words) -> Rows:
    """The links that went and those that came, in words: a page shows their labels only."""
    old = [link for link in before.links if link not in after.links]
    new = [link for link in after.links if link not in before.links]
    if not (old or new) or after.status != "active":
        return ()
    gone, come = ([f"{link.url}（{words.link(link)}）" for link in links] for links in (old, new))
    pairs = list(zip(gone, come, strict=False))
    rows = [(CHANGED_LINK, f"{one} → {other}") for one, other in pairs]
    rows += [(LINK_GOES, one) for one in gone[len(pairs) :]]
    return (*rows, *((NEW_LINK, one) for one in come[len(pairs) :]))


def _told(reader: Reader) -> Rows:
    """What is wrong, and how it is known."""
    return tuple((reader.labels[one], reader.answers.text(one)) for one in ("problem", "reason"))


def _unused(reader: Reader, kind: str) -> tuple[str, ...]:
    """What was answered and has no place in a change of this kind."""
    filled = [name for name in _USED if reader.answers.text(name) and kind not in _USED[name]]
    return tuple(
        f"“{reader.labels[name]}”只在“有什么问题”是{zh.join(zh.quote(one) for one in _USED[name])}时采用，这次没有用上"
        for name in filled
    )


def _outdated(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    """A new description, a further link, or both."""
    link = reader.link("link")
    text = reader.description("description")
    if strange := foreign(text, context.catalog):
        reader.refuse("description", strange)
    if not link and not text:
        reader.refuse("description", "还没有填：请写出新的介绍，或者补一个新的链接")
        return None
    links = distinct([*before.links, link]) if link else before.links
    if text and _cut_short(reader, text, before):
        return None
    if text:  # a page kept to the letter gives way to what is now said
        return replace(before, links=links, description=text + "\n", body="")
    return replace(before, links=links)


def _cut_short(reader: Reader, text: str, before: Record) -> bool:
    """Asks where a remark would take the place of paragraphs."""
    there = flat(before.description or before.body)
    short = len(there) >= LONG and len(text) < SHORTER * len(there)
    if short:
        reader.refuse(
            "description",
            f"只有 {len(text)} 个字符，会替换现在的 {len(there)} 个字符；请写完整的介绍，包括原来仍然正确的内容",
        )
    return short


def _wrong_field(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    return fields_changed(reader, before, context.catalog)


_CHANGES: Mapping[str, Callable[[Reader, Record, SubmissionContext], Record | None]] = {
    WRONG_LINK: wrong_link,
    OUTDATED: _outdated,
    WITHDRAWN: withdrawn,
    WRONG_FIELD: _wrong_field,
}
# Question → the kinds of problem whose change makes use of its answer.
_USED: Mapping[str, tuple[str, ...]] = {
    "old-link": (WRONG_LINK,),
    "link": (WRONG_LINK, OUTDATED),
    "duplicate-of": (DUPLICATE,),
    "description": (OUTDATED, DUPLICATE),
    FIELD: (WRONG_FIELD,),
}
_SAME: Mapping[str, tuple[str, str]] = {
    WRONG_LINK: ("link", "就是条目里现在的网址，没有可以修改的；请写应当换成的网址"),
    OUTDATED: ("description", "和“正确的链接”里没有新的内容，条目现在就是这样；请写出要改成什么"),
    WRONG_FIELD: (FIELD, "和条目现在的内容一样，没有可以修改的；请写应当改成什么"),
}
