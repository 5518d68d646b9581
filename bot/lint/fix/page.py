"""The edits of a hand-kept page, planned from its findings and proven on the page they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding
from bot.lint.fix import duplicates, links
from bot.lint.fix.model import Edit
from bot.lint.fix.page_text import Text, without_overlaps
from bot.markdown.parse import references

LINKS = frozenset({"link", "anchor"})  # the fixes that exchange an address
_HEADING = re.compile(r" {0,3}#{1,6}\s|\s*(?:\*\*|__)[^|]+(?:\*\*|__)[\s:：]*$|\s*<(?:h[1-6]|summary)\b")


@dataclass(frozen=True)
class Judged:
    """A page, what was read of it, and what the rules say."""

    raw: str
    ctx: LintContext
    findings: tuple[Finding, ...]


def plan(page: Judged) -> tuple[Edit, ...]:
    """Every edit a machine can be sure of, in order, none touching another."""
    text = Text(page.raw)
    refs = references(page.raw)
    found: list[Edit] = []
    for finding in page.findings:
        if finding.fix in LINKS:
            found += links.edits(text, finding, refs)
        found += _removals(text, finding, page.ctx.subjects)
    return without_overlaps(found)


def proven(edits: Sequence[Edit], before: Judged, after: Judged) -> bool:
    """Whether the edits did what they say and nothing else: every entry there as it was but for the links named."""
    gone = {edit.gone for edit in edits}
    mended = [edit.url for edit in edits if edit.url != ("", "")]
    wanted = [_shape(record, mended) for record in before.ctx.subjects if record.slug not in gone]
    if sorted(wanted) != sorted(_shape(record, ()) for record in after.ctx.subjects):
        return False
    old, new = _counted(before.findings), _counted(after.findings)
    return not new - old and all(new[key] < old[key] for key in _counted(edit.finding for edit in edits))


def _shape(record: Record, mended: Iterable[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
    now = dict(mended)
    return record.section, tuple(sorted(now.get(link.url, link.url) for link in record.links))


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """What an edit may mend and must not cause; a mended address may well show what it hid, such as a duplicate."""
    return Counter((finding.code, _fact(finding)) for finding in findings if finding.fix in LINKS)


def _fact(finding: Finding) -> str:
    return str(finding.evidence.get("target") or finding.evidence.get("url"))


def _removals(text: Text, finding: Finding, subjects: Sequence[Record]) -> Iterator[Edit]:
    """The lines of later entries go with the blank ones around them; the latest date takes the place of the first."""
    pairs = list(duplicates.pairs(finding, {record.slug: record for record in subjects}))
    gone = [late for keep, late in pairs if _can_go(text, keep, late, subjects)]
    if not gone:
        return
    keep = pairs[0][0]
    for late in gone:
        first, last = late.line(), late.lines["end"]
        what = f"删去第 {first} 行起的重复条目，保留第 {keep.line()} 行的"
        yield Edit(*_with_blanks(text, first, last), "", finding, what, gone=late.slug)
    yield from _newest_date(text, finding, keep, gone)


def _newest_date(text: Text, finding: Finding, keep: Record, gone: Sequence[Record]) -> Iterator[Edit]:
    mine = duplicates.dated(keep.body)
    theirs = [(found[0], one.body[found[1] : found[2]]) for one in gone if (found := duplicates.dated(one.body))]
    day, new = max(theirs, default=(date.min, ""))
    if mine and day > mine[0]:
        written = keep.body[mine[1] : mine[2]]
        start = text.raw.find(written, text.start(keep.line()))
        yield Edit(start, start + len(written), new, finding, f"日期改为 {day}")


def _can_go(text: Text, keep: Record, gone: Record, subjects: Sequence[Record]) -> bool:
    """Whether nothing is lost with the lines of an entry: no text, no other entry in them or part of it."""
    first, last = gone.line(), gone.lines["end"]
    others = [record for record in subjects if record is not gone]
    return (
        _is_whole(text, keep)
        and _is_whole(text, gone)
        and duplicates.adds_nothing(gone, keep)
        and _below(text, keep.line()) == _below(text, first)
        and not any(first <= other.line() <= last or other.whole == gone.slug for other in others)
    )


def _below(text: Text, line: int) -> tuple[int, int]:
    """The lines of the item and of the heading that an entry stands below: under another one it means another thing."""
    first = text.line(line)
    indent = _indent(first)
    above = range(line - 1, 0, -1)
    item = next((at for at in above if text.line(at).strip() and _indent(text.line(at)) < indent), 0) if indent else 0
    heading = 0 if _HEADING.match(first) else next((at for at in above if _HEADING.match(text.line(at))), 0)
    return item, heading


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_whole(text: Text, record: Record) -> bool:
    """Whether the record's lines are just its text; a record of prose between entries is none to remove."""
    return bool(record.section) and text.between(record.line(), record.lines["end"]) == record.body.rstrip("\n")


def _with_blanks(text: Text, first: int, last: int) -> tuple[int, int]:
    """Offsets of the lines, with the blank lines after them where some stand before them too."""
    after = last + 1
    set_off = not text.line(first - 1).strip()
    while set_off and after <= text.lines and not text.line(after).strip():
        after += 1
    if after <= text.lines:
        return text.start(first), text.start(after)
    before = first - 1
    while before >= 1 and not text.line(before).strip():
        before -= 1
    return text.start(before) + len(text.line(before)), text.start(last) + len(text.line(last))
