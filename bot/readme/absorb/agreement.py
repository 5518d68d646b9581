"""Whether the draft makes the page that was edited, and where it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest

from bot.readme.absorb.diff import hunks, moved
from bot.readme.absorb.draft import Draft
from bot.readme.absorb.edited_page import EditedPage
from bot.readme.absorb.source_map import Line


def apart(edited: EditedPage, made: Sequence[Line], draft: Draft) -> list[tuple[int, int]]:
    """Where the page that is `made` from the draft is not the edited one.

    What nobody edited may follow: what is computed, like a count, and names of other records. Blank lines between
    entries are the style's, and so is how a change is written that is read alike.
    """
    new, alike = edited.pages.new, draft.alike
    untouched = _untouched(edited)
    inside = {at for cut in edited.cuts for at in range(cut.start, cut.end + 1)}
    loose = {
        at for chunk, slug in edited.entries
        if not slug or slug in alike for at in range(chunk.start, chunk.end + 1)
    }  # fmt: skip
    left = [(at, at + 1) for at in _misplaced(made, draft)]
    for hunk in hunks([line.text for line in made], new):
        ours, theirs = made[hunk.start : hunk.end], range(hunk.new_start, hunk.new_end)
        is_blank = not any(line.text.strip() for line in ours) and not any(new[at].strip() for at in theirs)
        between_entries = is_blank and inside.issuperset(theirs)
        reads_alike = bool(ours) and loose.issuperset(theirs) and all(_may_differ(line, alike) for line in ours)
        if not (_follows(ours, [untouched.get(at) for at in theirs]) or between_entries or reads_alike):
            left.append((hunk.new_start, hunk.new_end))
    return left


def _misplaced(made: Sequence[Line], draft: Draft) -> list[int]:
    """The line of the first entry that stands elsewhere."""
    wanted = sorted(draft.places, key=draft.places.__getitem__)
    shown = dict.fromkeys(line.record for line in made if line.record)
    pairs = zip_longest(wanted, shown, fillvalue="")
    return next(([draft.places.get(one) or draft.places.get(other, 0)] for one, other in pairs if one != other), [])


def _untouched(edited: EditedPage) -> Mapping[int, Line]:
    """What was shown, by its line in the edited page, where nobody edited it; titles and introductions aside."""
    pages = edited.pages
    written = {at for zone in edited.zones for at in range(zone.old[0] - 1, zone.old[1])}
    changed = {at for hunk in pages.hunks for at in range(hunk.start, hunk.end)}
    kept = (at for at in range(len(pages.old)) if at not in written and at not in changed)
    return {moved(at, pages.hunks, after=True): pages.old[at] for at in kept}


def _follows(ours: Sequence[Line], before: Sequence[Line | None]) -> bool:
    """Whether it is computed, now and before; or the same records', line by line."""
    if all(line.computed for line in ours) and all(line and line.computed for line in before):
        return True
    return len(ours) == len(before) and all(_pairs(ours, before))


def _pairs(ours: Sequence[Line], before: Sequence[Line | None]) -> Iterator[bool]:
    for line, was in zip(ours, before, strict=True):
        yield bool(was and line.record and line.record == was.record)


def _may_differ(line: Line, alike: Collection[str]) -> bool:
    return line.record in alike or not line.text.strip()
