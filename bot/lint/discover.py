"""Every rule is found by its file's name; nothing lists them."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from bot.errors import CurateError
from bot.lint.context import LintContext, Waived
from bot.lint.finding import Finding, Fix, Kind, Severity
from bot.lint.sentences import Sentence
from bot.text.zh import join

RULES = "bot.rules"
# What kind of fault a rule finds, for the grades: by its code, but for rules that say KIND themselves.
KINDS: Mapping[str, Kind] = {"DUP": "doubles", "LNK": "links", "TXT": "text"}
RULE_FILE = re.compile(r"(?P<code>[a-z]{3}[0-9]{3})_(?P<name>[a-z0-9_]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """`code` as in findings (DUP001), `name` as people say it (same-link); the rest as in the rule's file.

    `contributor_fix` says by form ("" for any form) what a contributor can do, where that is not what a maintainer
    does. `check_waivers` looks at the waivers once it is known which of them silenced a finding. `from_facts`: what it
    finds depends on what is known of the links, so that without facts a waiver of it is not out of use.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[LintContext], Iterable[Finding]]
    sentences: Mapping[str, Sentence] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    contributor_fix: Mapping[str, str] = field(default_factory=dict)
    fix: Fix = ""
    check_waivers: Callable[[LintContext, Waived], Iterable[Finding]] | None = None
    from_facts: bool = False
    kind: Kind = "records"

    @property
    def title(self) -> str:
        return self.doc.strip().splitlines()[0]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = sorted(module.name for module in pkgutil.iter_modules(import_module(RULES).__path__))
    return tuple(_load(match) for name in names if (match := RULE_FILE.fullmatch(name)))


def _load(match: re.Match[str]) -> Rule:
    module = import_module(f"{RULES}.{match[0]}")
    given = vars(module).get
    return Rule(
        code=match["code"].upper(),
        name=match["name"].replace("_", "-"),
        severity=module.SEVERITY,
        doc=module.__doc__ or "",
        check=given("check", _nothing),
        sentences=given("SENTENCES", {}),
        clauses=given("CLAUSES", {}),
        contributor_fix=given("CONTRIBUTOR_FIX", {}),
        fix=given("FIX", ""),
        check_waivers=given("check_waivers"),
        from_facts=given("FROM_FACTS", False),
        kind=given("KIND", KINDS.get(match["code"][:3].upper(), "records")),
    )


def _nothing(ctx: LintContext) -> tuple[Finding, ...]:
    del ctx
    return ()


def rule(code: str) -> Rule:
    """The rule of that code or name, in any case. Raises CurateError naming near ones."""
    wanted = code.lower()
    for known in all_rules():
        if wanted in {known.code.lower(), known.name}:
            return known
    raise CurateError(f"没有规则“{code[:40]}”", "", _near(wanted))


def _near(wanted: str) -> str:
    """The rules that may have been meant; where there is none, all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    codes = {word: known.code for known in all_rules() for word in (known.code.lower(), known.name)}
    near = list(dict.fromkeys(codes[word] for word in get_close_matches(wanted[:40], codes, 3, 0.7)))
    if near:
        return f"是不是想写 {join(near)}？全部规则见 curate rules"
    return f"可用的规则：{join(known.code for known in all_rules())}"
