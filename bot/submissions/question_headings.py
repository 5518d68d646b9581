"""Where in an issue's body each question of a form begins.

GitHub writes a submitted form as `### label`, a blank line, the answer, for every question in order. Answers
may hold anything, headings and unclosed fences included, so no Markdown parser is used. Of all lines that
read as a label, the order of the form tells which are real: the longest run of labels in that order, lines outside
code fences preferred. Where two readings are equally good, the question is ambiguous.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.markdown.fences import after_line
from bot.names.normalise import simplify
from bot.submissions.form import Form, plain

LONGEST = 60  # characters of a heading that may be a damaged label
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line (0-based) that reads as the label of the field with that index."""

    line: int
    field: int
    fenced: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """Which headings were taken.

    `starts`: line → field index; `repeated`: fields whose label stands there twice in plain sight; `unclear`:
    those of them for which no reading is better than another.
    """

    starts: Mapping[int, int]
    repeated: frozenset[int]
    unclear: frozenset[int]


def outline(lines: Sequence[str], form: Form) -> Outline:
    candidates = _candidates(lines, form)
    places = _best_reading(candidates, len(form.fields))
    places |= _lone(candidates, set(places))
    starts = {min(found): field for field, found in places.items()}
    unclear = {field for field, found in places.items() if len(found) > 1}
    counts: dict[int, int] = defaultdict(int)
    for candidate in _candidates(lines, form, resets=frozenset(starts)):
        counts[candidate.field] += not candidate.fenced
    repeated = {field for field, count in counts.items() if count > 1} | unclear
    return Outline(starts, frozenset(repeated), frozenset(unclear))


def _candidates(lines: Sequence[str], form: Form, resets: frozenset[int] = frozenset()) -> list[Candidate]:
    names = _names(form)
    names |= _damaged(lines, names)
    found = []
    fence = ""
    for number, line in enumerate(lines):
        if number in resets:
            fence = ""
        if line.startswith("### ") and (label := plain(line[4:])) in names:
            found.append(Candidate(number, names[label], bool(fence)))
        else:
            fence = after_line(line, fence)
    return found


def _names(form: Form) -> dict[str, int]:
    """Every heading that is understood → field index: labels, former labels, and labels without a closing remark
    (“标题（可选）” as “标题”) where only one field has that name.
    """
    numbered = list(enumerate(form.fields))
    names = {former: index for index, field in reversed(numbered) for former in field.former}
    names |= {field.label: index for index, field in reversed(numbered)}
    bare = [(_ASIDE.sub("", field.label), index) for index, field in numbered]
    counts = Counter(name for name, _ in bare)
    return {name: index for name, index in bare if name and counts[name] == 1} | names


def _damaged(lines: Sequence[str], names: Mapping[str, int]) -> dict[str, int]:
    """Headings that are a label but for a colon or traditional characters, of fields that no other heading names."""
    labels = {plain(line[4:]) for line in lines if line.startswith("### ")}
    strange = [label for label in labels - set(names) if len(label) <= LONGEST]
    if not strange:
        return {}
    whole = {names[label] for label in labels & set(names)}
    meant = {_mended(name): index for name, index in names.items() if index not in whole}
    return {label: meant[mended] for label in strange if (mended := _mended(label)) in meant}


def _mended(label: str) -> str:
    return simplify(plain(label.rstrip(":：")))


def _best_reading(candidates: list[Candidate], fields: int) -> dict[int, list[int]]:
    """Field → the lines it may begin at, over all the longest runs in form order."""
    ahead = _lengths(candidates, fields)
    mirrored = [Candidate(-c.line, fields - 1 - c.field, c.fenced) for c in reversed(candidates)]
    behind = _lengths(mirrored, fields)[::-1]
    totals = [
        (a[0] + b[0] - 1, a[1] + b[1] - (not candidate.fenced))
        for candidate, a, b in zip(candidates, ahead, behind, strict=True)
    ]
    best = max(totals, default=(0, 0))
    places: dict[int, list[int]] = defaultdict(list)
    for candidate, total in zip(candidates, totals, strict=True):
        if total == best:
            places[candidate.field].append(candidate.line)
    return places


def _lengths(candidates: list[Candidate], fields: int) -> list[tuple[int, int]]:
    """For each candidate the weight of the best run that ends in it: how many labels, how many unfenced."""
    best = [(0, 0)] * (fields + 1)  # best[f + 1]: best run so far that ends in field f
    result = []
    for candidate in candidates:
        before = max(best[: candidate.field + 1])
        here = (before[0] + 1, before[1] + (not candidate.fenced))
        best[candidate.field + 1] = max(best[candidate.field + 1], here)
        result.append(here)
    return result


def _lone(candidates: list[Candidate], taken: set[int]) -> dict[int, list[int]]:
    """Labels of fields not found otherwise that stand there once, out of order: the form was reordered."""
    places: dict[int, list[int]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.fenced and candidate.field not in taken:
            places[candidate.field].append(candidate.line)
    return {field: found for field, found in places.items() if len(found) == 1}
