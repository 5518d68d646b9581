"""Run every rule, and honour the waivers in the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.catalog.model import Record
from bot.lint.context import LintContext, Waived
from bot.lint.discover import Rule, all_rules
from bot.lint.finding import Finding
from bot.lint.wording import for_maintainer


def run(ctx: LintContext) -> list[Finding]:
    """All findings in order of file and line, those waived in their record left out."""
    rules = all_rules()
    findings, waived = _waive((finding for rule in rules for finding in check(rule, ctx)), ctx)
    for rule in rules:
        if rule.check_waivers:
            findings += (_named(finding, rule) for finding in rule.check_waivers(ctx, waived))
    return in_order(findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file and line."""
    return sorted(findings, key=lambda f: (f.place.file, f.place.line, f.code, for_maintainer(f).message))


def check(rule: Rule, ctx: LintContext) -> Iterator[Finding]:
    """What one rule finds, waived or not."""
    return (_named(finding, rule) for finding in rule.check(ctx))


def _named(finding: Finding, rule: Rule) -> Finding:
    return replace(finding, code=rule.code, severity=finding.severity or rule.severity, fix=rule.fix)


def _waive(findings: Iterable[Finding], ctx: LintContext) -> tuple[list[Finding], Waived]:
    """A waiver in any record a finding touches silences it: either side of a pair may carry the reason."""
    kept: list[Finding] = []
    waived = Waived(set(), set())
    for finding in findings:
        owners = {(slug, finding.code) for slug in _slugs(ctx, finding) if finding.code in _waivers(ctx, slug)}
        if finding.stops:
            waived.refused.update(owners)
        else:
            waived.used.update(owners)
        if not owners or finding.stops:
            kept.append(finding)
    return kept, waived


def _slugs(ctx: LintContext, finding: Finding) -> Iterator[str]:
    """The records it touches; on a page also those in whose lines it stands."""
    yield from finding.records
    for record in ctx.once("subjects with waivers", _with_waivers) if ctx.pages else ():
        lines = range(record.lines["name"], record.lines["end"] + 1)
        if any(place.file == record.file and place.line in lines for place in (finding.place, *finding.related)):
            yield record.slug


def _with_waivers(ctx: LintContext) -> list[Record]:
    return [record for record in ctx.subjects if record.allow]


def _waivers(ctx: LintContext, slug: str) -> set[str]:
    record = ctx.once("records by slug", _by_slug).get(slug)
    return {code.upper() for code, reason in record.allow.items() if reason.strip()} if record else set()


def _by_slug(ctx: LintContext) -> dict[str, Record]:
    return {**ctx.catalog.by_slug, **{record.slug: record for record in ctx.subjects}}
