"""Find every rule beside this file, run them, and honour the waivers in the records."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module

from bot import checks
from bot.errors import CurateError
from bot.model import Evidence, Finding, Record, Severity, place

RULE_FILE = re.compile(r"(?P<code>[a-z]{3}[0-9]{3})_(?P<name>[a-z0-9_]+)")
UNUSED = "alw001"


@dataclass(frozen=True, slots=True)
class Rule:
    """`code` as in findings (DUP001), `name` as people say it (same-link)."""

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Evidence], Iterable[Finding]]

    @property
    def title(self) -> str:
        return self.doc.strip().splitlines()[0]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
    return tuple(_load(match) for name in found if (match := RULE_FILE.fullmatch(name)))


def _load(match: re.Match[str]) -> Rule:
    module = import_module(f"{checks.__name__}.{match[0]}")
    name = match["name"].replace("_", "-")
    return Rule(match["code"].upper(), name, module.SEVERITY, module.__doc__ or "", module.check)


def rule(code: str) -> Rule:
    """The rule of that code or name, in any case. Raises CurateError naming near ones."""
    for one in all_rules():
        if code.lower() in {one.code.lower(), one.name}:
            return one
    known = "、".join(one.code for one in all_rules())
    raise CurateError(f"没有规则“{code[:40]}”", "", f"可用的规则：{known}")


def run(seen: Evidence) -> list[Finding]:
    """All findings in order of file and line, those waived in their record left out."""
    found = [
        replace(finding, code=one.code, severity=finding.severity or one.severity)
        for one in all_rules()
        for finding in one.check(seen)
    ]
    kept, used = _waive(found, seen)
    kept += _unused(seen.subjects, used)
    return sorted(kept, key=lambda f: (f.place.file, f.place.line, f.code, f.message))


def _waive(found: Iterable[Finding], seen: Evidence) -> tuple[list[Finding], set[tuple[str, str]]]:
    """A waiver in any record a finding touches silences it: either side of a pair may carry the reason."""
    kept: list[Finding] = []
    used: set[tuple[str, str]] = set()
    for finding in found:
        owners = {slug for slug in finding.records if finding.code in _waivers(seen, slug)}
        used |= {(owner, finding.code) for owner in owners}
        if not owners:
            kept.append(finding)
    return kept, used


def _waivers(seen: Evidence, slug: str) -> set[str]:
    record = seen.catalog.by_slug.get(slug)
    return {code.upper() for code, reason in record.allow.items() if reason.strip()} if record else set()


def _unused(subjects: Iterable[Record], used: set[tuple[str, str]]) -> Iterator[Finding]:
    """A waiver that silences nothing, or gives no reason: stale permission is worse than none."""
    codes = {one.code for one in all_rules()}
    own = rule(UNUSED)
    for record in subjects:
        for code, reason in record.allow.items():
            if not reason.strip():
                what, fix = f"豁免 {code} 没有写理由", "请写明为什么可以例外"
            elif code.upper() not in codes:
                what, fix = f"豁免的规则 {code[:40]} 不存在", "请写规则的代码，如 dup001；全部规则见 curate rules"
            elif (record.slug, code.upper()) not in used:
                what, fix = f"豁免 {code} 没有对应的问题", "问题已不存在，请删去这条豁免"
            else:
                continue
            yield Finding(what, fix, place(record, "allow"), {"code": code}, (), own.code, own.severity)
