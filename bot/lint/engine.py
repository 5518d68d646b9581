"""Find every rule in bot/rules, run them, and honour the waivers in the records."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import NamedTuple

from bot import rules
from bot.catalog.model import Record, waiver
from bot.errors import CurateError
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.text.zh import join

RULE_FILE = re.compile(r"(?P<code>[a-z]{3}[0-9]{3})_(?P<name>[a-z0-9_]+)")
UNUSED = "alw001"


@dataclass(frozen=True, slots=True)
class Rule:
    """`code` as in findings (DUP001), `name` as people say it (same-link)."""

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[LintContext], Iterable[Finding]]

    @property
    def title(self) -> str:
        return self.doc.strip().splitlines()[0]


class Waived(NamedTuple):
    """The waivers, as (slug, code), that silenced a finding, and those of a finding that no waiver silences."""

    used: set[tuple[str, str]]
    refused: set[tuple[str, str]]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(_load(match) for name in found if (match := RULE_FILE.fullmatch(name)))


def _load(match: re.Match[str]) -> Rule:
    module = import_module(f"{rules.__name__}.{match[0]}")
    name = match["name"].replace("_", "-")
    return Rule(match["code"].upper(), name, module.SEVERITY, module.__doc__ or "", module.check)


def rule(code: str) -> Rule:
    """The rule of that code or name, in any case. Raises CurateError naming near ones."""
    wanted = code.lower()
    for one in all_rules():
        if wanted in {one.code.lower(), one.name}:
            return one
    raise CurateError(f"没有规则“{code[:40]}”", "", _known(wanted))


def _known(wanted: str) -> str:
    """The rules that may have been meant; where there is none, all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    codes = {word: one.code for one in all_rules() for word in (one.code.lower(), one.name)}
    near = list(dict.fromkeys(codes[word] for word in get_close_matches(wanted[:40], codes, 3, 0.7)))
    if near:
        return f"是不是想写 {join(near)}？全部规则见 curate rules"
    return f"可用的规则：{join(one.code for one in all_rules())}"


def run(ctx: LintContext) -> list[Finding]:
    """All findings in order of file and line, those waived in their record left out."""
    found = [
        replace(finding, code=one.code, severity=finding.severity or one.severity)
        for one in all_rules()
        for finding in one.check(ctx)
    ]
    kept, waived = _waive(found, ctx)
    kept += _unused(ctx.subjects, waived)
    return sorted(kept, key=lambda f: (f.place.file, f.place.line, f.code, f.message))


def _waive(found: Iterable[Finding], ctx: LintContext) -> tuple[list[Finding], Waived]:
    """A waiver in any record a finding touches silences it: either side of a pair may carry the reason."""
    kept: list[Finding] = []
    waived = Waived(set(), set())
    for finding in found:
        owners = {(slug, finding.code) for slug in finding.records if finding.code in _waivers(ctx, slug)}
        if finding.stops:
            waived.refused.update(owners)
        else:
            waived.used.update(owners)
        if not owners or finding.stops:
            kept.append(finding)
    return kept, waived


def _waivers(ctx: LintContext, slug: str) -> set[str]:
    record = ctx.catalog.by_slug.get(slug)
    return {code.upper() for code, reason in record.allow.items() if reason.strip()} if record else set()


def _unused(subjects: Iterable[Record], waived: Waived) -> Iterator[Finding]:
    """A waiver that silences nothing, or gives no reason: stale permission is worse than none."""
    own = rule(UNUSED)
    for record in subjects:
        for code, reason in record.allow.items():
            if said := _against(record, code, reason, waived):
                at = place(record, waiver(code) if waiver(code) in record.lines else "allow")
                yield Finding(*said, at, {"code": code}, (), own.code, own.severity)


def _against(record: Record, code: str, reason: str, waived: Waived) -> tuple[str, str] | None:
    """What speaks against a waiver, and what to do about it."""
    key = (record.slug, code.upper())
    if not reason.strip():
        return f"豁免 {code} 没有写理由", "请写明为什么可以例外"
    if code.upper() not in {one.code for one in all_rules()}:
        return f"豁免的规则 {code[:40]} 不存在", "请写规则的代码，如 dup001；全部规则见 curate rules"
    if key in waived.refused:
        also = "" if key in waived.used else "，再删去这条豁免"
        return f"{code} 报告的问题在这里不能豁免：文件读不懂时页面无法生成", f"请先改正这个问题{also}"
    if key not in waived.used:
        return f"豁免 {code} 没有对应的问题", "问题已不存在，请删去这条豁免"
    return None
