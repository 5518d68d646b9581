"""For programs: `{"findings": […], "counts": {…}}`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from bot.model import Finding
from bot.render.findings import counts


def render(findings: Sequence[Finding], colour: bool) -> str:
    del colour
    return (
        json.dumps(
            {"findings": [as_dict(f) for f in findings], "counts": counts(findings)}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def as_dict(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        **dataclasses.asdict(finding.place),
        "message": finding.message,
        "fix": finding.fix,
        "evidence": dict(finding.evidence),
        "related": [dataclasses.asdict(other) for other in finding.related],
    }
