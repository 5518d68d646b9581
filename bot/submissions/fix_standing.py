"""Corrections that take an entry off the page: it is withdrawn, or it is merged into another."""

from __future__ import annotations

from dataclasses import replace

from bot.catalog.model import Record
from bot.markdown.escape import flat
from bot.submissions import sentences
from bot.submissions.context import SubmissionContext
from bot.submissions.find_entry import find_record
from bot.submissions.merge_entries import Merge, merge
from bot.submissions.read_answers import Reader
from bot.submissions.unfit_text import foreign
from bot.text import zh

LONGEST_REASON = 200  # characters


def duplicate(reader: Reader, gone: Record, context: SubmissionContext) -> Merge | None:
    """Merged into the entry that the answer names."""
    if not reader.answers.text("duplicate-of"):
        reader.refuse("duplicate-of", "还没有填：它与哪个条目重复？")
        return None
    kept = find_record(reader, "duplicate-of", context.catalog)
    if kept is None:
        return None
    if kept.slug == gone.slug:
        reader.refuse("duplicate-of", "和要更正的是同一个条目，请写应当保留的另一个")
    elif kept.status == "withdrawn":
        reader.refuse("duplicate-of", f"指的{zh.quote(kept.name)}已经撤下，请写仍在列表里的那一个")
    else:
        return _with_text(reader, merge(kept, gone, context.catalog), context)
    return None


def _with_text(reader: Reader, made: Merge, context: SubmissionContext) -> Merge:
    """The new description where there is one; else the text of the entry that goes is lost, which is said."""
    text = reader.description("description")
    if strange := foreign(text, context.catalog):
        reader.refuse("description", strange)
    if text:
        return replace(made, after=replace(made.after, description=text + "\n", body=""))
    if not reader.answers.text("description"):
        reader.notes.append(sentences.TEXT_GOES.format(gone=made.gone.name, kept=made.kept.name))
    return made


def withdrawn(reader: Reader, before: Record, context: SubmissionContext) -> Record | None:
    """Marked so, with the first line of what was given as the reason; it stays on the page and leads nowhere."""
    del context
    reason = next((flat(line) for line in reader.text("reason", "prose").split("\n") if flat(line)), "")
    if len(reason) > LONGEST_REASON:
        limit = f"它有 {len(reason)} 个字符，请压缩到 {LONGEST_REASON} 个以内，细节写到第二行"
        reader.refuse("reason", f"的第一行会作为撤下的原因显示给读者；{limit}")
        return None
    if not reason or told_withdrawn(reader, before):
        return None
    return replace(before, status="withdrawn", reason=reason, links=(), body="")


def told_withdrawn(reader: Reader, before: Record) -> bool:
    if before.status == "withdrawn":
        known = f"，原因是{zh.quote(before.reason, LONGEST_REASON)}" if before.reason else ""
        reader.refuse("entry", f"指的{zh.quote(before.name)}已经撤下{known}；不用再改的话请关闭本 issue")
    return before.status == "withdrawn"
