"""The end of the line: a finding becomes sentences for the reader at hand. Nothing reads them again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from string import Formatter
from typing import Any, NamedTuple

from bot.lint.discover import Rule, all_rules
from bot.lint.finding import Clause, EntryRef, Finding, Place
from bot.lint.sentences import Filler, Sentence, spot

# What was put into words by whoever read the file, such as the loader; see `lint.parse_errors`.
GIVEN = "given"
_GIVEN = Sentence("{message}", "{fix}")
_NO_RULE = Rule("", "", "error", "", lambda _: ())


class Said(NamedTuple):
    """What is wrong, and what to do about it, without full stops."""

    message: str
    fix: str


def for_maintainer(finding: Finding) -> Said:
    """For those who have the files before them: entries with their lines."""
    sentence, parts = _sentence(finding), _parts(finding)
    filler = Filler(_rule(finding).clauses, finding.place)
    return Said(filler.fill(sentence.message, parts), filler.fill(sentence.fix, parts))


def for_contributor(finding: Finding, form: str) -> Said:
    """For those who filled in that form and never saw a file: entries by name, and what they themselves can do."""
    sentence, parts, fixes = _sentence(finding), _parts(finding), _rule(finding).contributor_fix
    fix = sentence.contributor_fix or fixes.get(form) or fixes.get("") or sentence.fix
    filler = Filler(_rule(finding).clauses, finding.place, contributor=True)
    return Said(filler.fill(sentence.message, parts), filler.fill(fix, parts))


def facts(finding: Finding) -> dict[str, Any]:
    """The evidence for programs: a place is told as a maintainer reads it."""
    values = finding.evidence.items()
    return {key: spot(value, finding.place) if isinstance(value, Place) else value for key, value in values}


def identity(finding: Finding) -> Hashable:
    """What is the same of two findings that say the same, wherever they and the entries they name stand."""
    parts = _parts(finding)
    holes = (hole for _, hole, _, _ in Formatter().parse(_sentence(finding).message) if hole)
    return finding.code, finding.sentence, tuple(_unplaced(parts[hole]) for hole in holes)


def _unplaced(part: object) -> Hashable:
    match part:
        case Place():
            return None
        case EntryRef():
            return part.name
        case Clause():
            return part.name, tuple(map(_unplaced, part.parts.values()))
        case tuple():
            return tuple(map(_unplaced, part))
    return str(part)


def _rule(finding: Finding) -> Rule:
    return next((rule for rule in all_rules() if rule.code == finding.code), _NO_RULE)


def _sentence(finding: Finding) -> Sentence:
    return _GIVEN if finding.sentence == GIVEN else _rule(finding).sentences[finding.sentence]


def _parts(finding: Finding) -> Mapping[str, Any]:
    return {**finding.evidence, **finding.parts}
