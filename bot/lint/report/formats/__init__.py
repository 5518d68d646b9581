"""Findings → text: one file a format, named as `--format` names it.

A format is a module with `render(findings, colour) -> str`, ending in a newline unless empty.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from bot.lint.finding import Finding


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(form: str, findings: Sequence[Finding], *, colour: bool = False) -> str:
    """The findings in one of `names()`."""
    return str(importlib.import_module(f"{__name__}.{form}").render(findings, colour))


def counts(findings: Sequence[Finding]) -> Mapping[str, int]:
    """How many of each severity, always all three."""
    found = Counter(finding.severity or "error" for finding in findings)
    return {severity: found[severity] for severity in ("error", "warning", "info")}
