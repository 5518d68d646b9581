"""The form 更正条目 → the named record, changed. Each kind of problem is one function below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Final

from bot.catalog.model import Link, Record
from bot.catalog.words import LINKS
from bot.markdown.escape import flat
from bot.submissions.context import SubmissionContext
from bot.submissions.find_entry import find_record, named
from bot.submissions.fix_fields import FIELD, fields_changed
from bot.submissions.issue_body import Answers
from bot.submissions.kept_text import followed
from bot.submissions.model import Rows, Submission
from bot.submissions.read_answers import Reader, distinct
from bot.submissions.section_choice import SECTION, answered, offered, title
from bot.submissions.typed_links import addresses
from bot.submissions.unfit_text import foreign
from bot.text import zh
from bot.urls.normalise import link_key

FORM: Final = "fix-entry"
# What the form offers under “有什么问题” and a machine can act on, as its options are spelt.
WRONG_LINK, OUTDATED, DUPLICATE, WITHDRAWN = "链接不对", "内容过时", "与另一个条目重复", "项目已下线"
WRONG_FIELD = "名称、机构、类别、栏目或日期有误"
SHORTER, LONG = 0.4, 60  # a new text of less than this part of the old one; from so many characters on
LONGEST_REASON = 200  # characters
NO_LINK_TO_REPLACE = (
    f"选了“{WRONG_LINK}”，但这个条目现在没有链接；请把这一行改成“{OUTDATED}”，机器人会把“正确的链接”补进条目"
)
BY_HAND = "已转给维护者；如果其实属于“有什么问题”里的另一类，可以改选那一项，机器人会自动生成修改"
CHANGED_LINK, NOTHING = "链接", "（无）"


def fix_entry(answers: Answers, context: SubmissionContext, *, day: date, section: str = "") -> Submission:
    """`section`: where a maintainer wants the entry moved, or ""."""
    reader = Reader(answers, context.forms[FORM])
    kind = reader.answers.text("problem")
    general = kind in offered(reader, "problem") and kind not in _CHANGES
    before = named(reader, "entry", context.catalog) if general else find_record(reader, "entry", context.catalog)
    reader.text("reason", "prose")
    reader.unfit("link", "description")
    change = _CHANGES.get(kind)
    after = change(reader, before, context) if change and before else None
    if before and section and section != before.section:
        after = replace(after or before, section=section)
    if after and before and after == before and not reader.problems:
        reader.refuse(*_SAME[kind])
        after = None
    notes = (*_unused(reader, kind), *reader.notes) if change else ()
    waits = BY_HAND if kind in offered(reader, "problem") and not (change or after) else ""
    if after and before:
        after = followed(before, replace(after, updated=max(day, after.updated or day)))
    moved: Rows = ((SECTION, title(section, context.catalog)),) if section and after else ()
    rows, problems = answered(reader.understood(), moved), tuple(dict.fromkeys(reader.problems))
    changes = link_changes(before, after) if before and after else ()
    told, known = (*_told(reader), *changes, *moved), set(before.links if before else ())
    links = tuple(("link", link) for link in after.links if link not in known) if after else ()
    return Submission(FORM, rows, problems, notes, before, after, waits, told, changes, links)


def link_changes(before: Record, after: Record) -> Rows:
    """The links that went and those that came, in words: a page shows their labels only."""
    old = [link for link in before.links if link not in after.links]
    new = [link for link in after.links if link not in before.links]
    if not (old or new) or after.status != "active":
        return ()
    pairs = zip_longest(old, new)
    return tuple((CHANGED_LINK, f"{_link(one)} → {_link(other)}") for one, other in pairs)


def _link(link: Link | None) -> str:
    return f"{link.url}（{link.label or LINKS[link.type]}）" if link else NOTHING


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


def _wrong_link(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    """Replace one link, keeping its place and label."""
    del context
    if not before.links and not _told_withdrawn(reader, before):
        reader.refuse("problem", NO_LINK_TO_REPLACE)
    if not before.links:
        return None
    right = reader.link("link")
    if right is None and not reader.answers.text("link"):
        reader.refuse("link", "还没有填：换成哪一个网址？")
    wrong = _old_link(reader, before)
    if right is None or wrong is None:
        return None
    old_key, new_key = link_key(wrong.url), link_key(right.url)
    same = (old_key.host, old_key.kind) == (new_key.host, new_key.kind)  # else the label tells of the old page
    kind = wrong.type if right.type == "homepage" and same else right.type
    label = wrong.label if same else ""
    changed = [replace(right, label=label, type=kind) if link is wrong else link for link in before.links]
    old = wrong.written or wrong.url
    return replace(before, links=distinct(changed), body=before.body.replace(old, right.url))


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


def _duplicate(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    """Withdrawn in favour of another entry; taking the file away is a maintainer's decision."""
    if not reader.answers.text("duplicate-of"):
        reader.refuse("duplicate-of", "还没有填：它与哪个条目重复？")
        return None
    kept = find_record(reader, "duplicate-of", context.catalog)
    if kept and kept.slug == before.slug:
        reader.refuse("duplicate-of", "和要更正的是同一个条目，请写应当保留的另一个")
        return None
    return _gone(reader, before, f"与“{kept.name}”重复") if kept else None


def _withdrawn(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    """Marked as withdrawn, with the first line of what was given as the reason."""
    del context
    reason = next((flat(line) for line in reader.text("reason", "prose").split("\n") if flat(line)), "")
    if len(reason) > LONGEST_REASON:
        limit = f"它有 {len(reason)} 个字符，请压缩到 {LONGEST_REASON} 个以内，细节写到第二行"
        reader.refuse("reason", f"的第一行会作为撤下的原因显示给读者；{limit}")
        return None
    return _gone(reader, before, reason) if reason else None


def _gone(reader: Reader, before: Record, reason: str) -> Record | None:
    """As docs/maintaining.md has it: the entry stays, marked, and leads nowhere. The reason is plain text."""
    if _told_withdrawn(reader, before):
        return None
    return replace(before, status="withdrawn", reason=reason, links=(), body="")


def _told_withdrawn(reader: Reader, before: Record) -> bool:
    if before.status == "withdrawn":
        known = f"，原因是{zh.quote(before.reason, LONGEST_REASON)}" if before.reason else ""
        reader.refuse("entry", f"指的{zh.quote(before.name)}已经撤下{known}；不用再改的话请关闭本 issue")
    return before.status == "withdrawn"


_CHANGES: Mapping[str, Callable[[Reader, Record, SubmissionContext], Record | None]] = {
    WRONG_LINK: _wrong_link,
    OUTDATED: _outdated,
    DUPLICATE: _duplicate,
    WITHDRAWN: _withdrawn,
    WRONG_FIELD: _wrong_field,
}
# Question → the kinds of problem whose change makes use of its answer.
_USED: Mapping[str, tuple[str, ...]] = {
    "old-link": (WRONG_LINK,),
    "link": (WRONG_LINK, OUTDATED),
    "duplicate-of": (DUPLICATE,),
    "description": (OUTDATED,),
    FIELD: (WRONG_FIELD,),
}
_SAME: Mapping[str, tuple[str, str]] = {
    WRONG_LINK: ("link", "就是条目里现在的网址，没有可以修改的；请写应当换成的网址"),
    OUTDATED: ("description", "和“正确的链接”里没有新的内容，条目现在就是这样；请写出要改成什么"),
    WRONG_FIELD: (FIELD, "和条目现在的内容一样，没有可以修改的；请写应当改成什么"),
}
