"""For a job's summary, an issue or a comment on GitHub: a table, in which whatever a finding quotes shows as it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lint.finding import SEVERITIES, Finding
from bot.lint.report.formats import text
from bot.lint.rule_page import rule_page
from bot.lint.wording import for_maintainer
from bot.markdown.escape import shown

MOST = 200  # rows; a job's summary may have 1 MiB
HEAD = "| 位置 | 问题 | 改法 |\n|---|---|---|"
_ORDER = {"error": 0, "warning": 1, "info": 2}


def render(findings: Sequence[Finding], colour: bool) -> str:
    """Errors first; hints folded."""
    del colour
    faults = sorted((f for f in findings if f.severity != "info"), key=lambda f: _ORDER[f.severity or "error"])
    hints = [finding for finding in findings if finding.severity == "info"]
    parts = [text.summary(findings)]
    parts += [_table(faults)] if faults else []
    parts += [f"<details><summary>提示 {len(hints)} 处</summary>\n\n{_table(hints)}\n\n</details>"] if hints else []
    return "\n\n".join(parts) + "\n"


def _table(findings: Sequence[Finding]) -> str:
    rows = [HEAD, *map(_row, findings[:MOST])]
    more = f"\n\n另有 {len(findings) - MOST} 处，见日志。" if len(findings) > MOST else ""
    return "\n".join(rows) + more


def _row(finding: Finding) -> str:
    said, place = for_maintainer(finding), finding.place
    rule = f"[{finding.code}]({rule_page(finding.code)})"
    what = f"{SEVERITIES[finding.severity or 'error']} {rule} {shown(said.message)}"
    return f"| {shown(f'{place.file}:{place.line}')} | {what} | {shown(said.fix)} |"
