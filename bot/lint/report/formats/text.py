"""For people at a terminal: grouped by file, evidence and fix under each finding."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.lint.finding import SEVERITIES, Finding
from bot.lint.report.formats import counts
from bot.lint.wording import for_maintainer

COLOURS = {"error": "31", "warning": "33", "info": "36"}


def render(findings: Sequence[Finding], colour: bool) -> str:
    """Nothing but the count when there is nothing to say."""
    blocks = [
        "\n".join([_paint(_plain(file), "1", colour), *(_one(finding, colour) for finding in group), ""])
        for file, group in groupby(findings, lambda finding: finding.place.file)
    ]
    return "\n".join([*blocks, summary(findings)]) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "没有发现问题。"
    found = counts(findings)
    return f"共 {len(findings)} 处：错误 {found['error']}，警告 {found['warning']}，提示 {found['info']}。"


def _one(finding: Finding, colour: bool) -> str:
    severity, said = finding.severity or "error", for_maintainer(finding)
    head = f"{SEVERITIES[severity]} {finding.code}"
    at = f"{finding.place.line}:{finding.place.column}" if finding.place.column else f"{finding.place.line}"
    lines = [f"  {at}: {_paint(head, COLOURS[severity], colour)} {_plain(said.message)}"]
    lines += [f"      另见 {_plain(other.file)}:{other.line}" for other in finding.related]
    return "\n".join([*lines, f"      → {_plain(said.fix)}"])


def _plain(text: str) -> str:
    """One line that neither moves the cursor nor starts a workflow command: what it quotes is a stranger's."""
    return "".join(c if c.isprintable() or c == "\u3000" else f"\\u{ord(c):04x}" for c in text)


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
