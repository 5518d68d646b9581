"""For code-scanning pages: SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.lint.discover import all_rules
from bot.lint.finding import Finding, Place
from bot.lint.rule_page import rule_page
from bot.lint.wording import facts, for_maintainer

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(findings: Sequence[Finding], colour: bool) -> str:
    del colour
    rules = [_rule(code) for code in sorted({finding.code for finding in findings})]
    tool = {"driver": {"name": "curate", "rules": rules}}
    run = {"tool": tool, "columnKind": "unicodeCodePoints", "results": [_result(f) for f in findings]}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    """What code scanning shows beside an alert."""
    if (known := next((rule for rule in all_rules() if rule.code == code), None)) is None:
        return {"id": code}
    text = {"text": known.title}
    body = known.doc.strip().partition("\n")[2].strip()
    help_ = {"text": body, "markdown": body}
    said = {"shortDescription": text, "fullDescription": text, "help": help_, "helpUri": rule_page(code)}
    return {"id": code, "name": known.name, **said}


def _result(finding: Finding) -> dict[str, Any]:
    said = for_maintainer(finding)
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity or "error"],
        "message": {"text": f"{said.message}。{said.fix}"},
        "locations": [_location(finding.place)],
        "relatedLocations": [_location(other) for other in finding.related],
        "properties": {"evidence": facts(finding)},
    }


def _location(at: Place) -> dict[str, Any]:
    from urllib.parse import quote  # noqa: PLC0415 - only this format needs it

    region = {"startLine": max(at.line, 1), **({"startColumn": at.column} if at.column else {})}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(at.file.encode("utf-8", "surrogateescape"))},
            "region": region,
        }
    }
