"""Looks → what is remembered → a verdict. The order in which looks are learnt does not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.web.model import Fact, Look, Verdict

LEAST_LOOKS = 3
LEAST_SPAN = timedelta(days=7)
KEPT = 9  # bad days kept beside the first one
_THERE = frozenset({"alive", "moved", "archived"})


def learn(fact: Fact | None, look: Look, day: date) -> Fact:
    """The fact after one more look."""
    there = look.outcome in _THERE
    last = replace(look, title="", id=look.id or (fact.last.id if fact else ""))
    if fact and last.project is None and not there:
        last = replace(last, project=fact.last.project)
    new = Fact(
        first=day, looked=day, looks=1, last=last,
        alive=day if there else None, bad=(day,) if look.outcome == "gone" else (),
        title=look.title if there else "", id=look.id,
    )  # fmt: skip
    if fact is None:
        return new
    merged = merge(fact, new)
    return replace(
        merged, last=last if day >= fact.looked else fact.last, looks=fact.looks + (day > fact.looked),
        title=new.title or fact.title,
    )  # fmt: skip


def merge(one: Fact, other: Fact) -> Fact:
    """What two runs know of one address."""
    newer, older = (one, other) if _recent(one) >= _recent(other) else (other, one)
    earlier = min(one, other, key=lambda fact: (not fact.id, fact.first, fact.id))
    alive = max((day for day in (one.alive, other.alive) if day), default=None)
    return replace(
        newer, first=min(one.first, other.first), looks=max(one.looks, other.looks), alive=alive,
        bad=_since(alive, {*one.bad, *other.bad}), title=newer.title or older.title, id=earlier.id,
    )  # fmt: skip


def verdict(fact: Fact | None) -> Verdict:
    """Only what was looked at often enough, over days enough, is gone; until then it is unsure."""
    if fact is None:
        return Verdict("unsure", "never")
    last, first_bad = fact.last, fact.bad[0] if fact.bad else None
    shown = Verdict(last.outcome, last.why, last.status, last.moved_to, first_bad, fact.looks)
    if fact.id and last.id and fact.id != last.id:
        return replace(shown, outcome="unsure", why="taken-over", moved_to=last.moved_to)
    lasting = len(fact.bad) >= LEAST_LOOKS and fact.bad[-1] - fact.bad[0] >= LEAST_SPAN
    if last.outcome == "gone":
        return shown if lasting else replace(shown, outcome="unsure")
    if lasting and last.outcome == "unsure" and not last.status:  # no answer at all does not bring it back
        return replace(shown, outcome="gone")
    return shown


def _recent(fact: Fact) -> tuple[date, int, str]:
    return fact.looked, fact.looks, repr(fact.last)


def _since(alive: date | None, bad: set[date]) -> tuple[date, ...]:
    days = sorted(day for day in bad if alive is None or day > alive)
    return tuple(days if len(days) <= KEPT else [days[0], *days[-KEPT:]])
