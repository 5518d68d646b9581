"""A page with every sure edit made in memory, again and again until none is left; each proven on what it makes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from bot.lint.engine import run
from bot.lint.fix.model import Edit, Fixed, Step, still
from bot.lint.fix.page import Judged, plan, proven
from bot.lint.fix.page_text import Text, applied
from bot.lint.page_context import page_context

ROUNDS = 20  # a mend can show what it hid, such as a duplicate; far more than ever needed


def fixed_page(text: str, file: str, today: date) -> tuple[str, Fixed]:
    """The mended text, and what was done to it."""
    first = now = _judge(text, file, today)
    done: list[Step] = []
    refused: set[Hashable] = set()
    for _ in range(ROUNDS):
        edits = [edit for edit in plan(now) if _name(edit) not in refused]
        made, then = _made(edits, now, file, today)
        refused |= {_name(edit) for edit in edits if edit not in made}
        done += [Step(edit.finding, file, Text(now.raw).at(edit.start), edit.what) for edit in made]
        if not made:
            break
        now = then
    return now.raw, Fixed({}, tuple(done), now.findings, still(first.findings, now.findings))


def _name(edit: Edit) -> Hashable:
    return edit.finding.code, edit.url, edit.new, edit.gone


def _judge(text: str, file: str, today: date) -> Judged:
    ctx = page_context(text, file, today)
    return Judged(text, ctx, tuple(run(ctx)))


def _made(edits: Sequence[Edit], now: Judged, file: str, today: date) -> tuple[list[Edit], Judged]:
    """The edits that prove good and the page with them; tried by halves, so that a bad one costs few looks."""
    if not edits:
        return [], now
    then = _judge(applied(now.raw, edits), file, today)
    if proven(edits, now, then):
        return list(edits), then
    findings = list({id(edit.finding): edit.finding for edit in edits})
    if len(findings) == 1:
        return [], now
    half = set(findings[: len(findings) // 2])
    some, page = _made([edit for edit in edits if id(edit.finding) in half], now, file, today)
    more, other = _made([edit for edit in edits if id(edit.finding) not in half], now, file, today)
    if not some or not more:
        return (some, page) if some else (more, other)
    then = _judge(applied(now.raw, [*some, *more]), file, today)
    return ([*some, *more], then) if proven([*some, *more], now, then) else (some, page)
