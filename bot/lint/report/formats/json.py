"""For programs: `{"findings": […], "counts": {…}}`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from bot.lint.finding import Finding, Place
from bot.lint.report.formats import counts
from bot.lint.wording import facts, for_maintainer


def render(findings: Sequence[Finding], colour: bool) -> str:
    del colour
    return (
        json.dumps(
            {"findings": [as_dict(f) for f in findings], "counts": counts(findings)}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def as_dict(finding: Finding) -> dict[str, Any]:
    said = for_maintainer(finding)
    return {
        "code": finding.code,
        "severity": finding.severity,
        **_place(finding.place),
        "message": said.message,
        "fix": said.fix,
        "evidence": facts(finding),
        "related": [_place(other) for other in finding.related],
    }


def _place(at: Place) -> dict[str, Any]:
    """`column` only where it is known."""
    return {name: value for name, value in dataclasses.asdict(at).items() if name != "column" or value}
