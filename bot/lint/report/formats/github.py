"""For GitHub Actions: one workflow command a finding, which GitHub shows at the line of the diff.

Escapes as docs.github.com/actions/using-workflows/workflow-commands-for-github-actions and the runner's
ActionCommand do: `%`, CR, LF everywhere, also `:` and `,` in properties.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.lint.finding import Finding
from bot.lint.wording import for_maintainer

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(findings: Sequence[Finding], colour: bool) -> str:
    del colour
    return "".join(f"{_one(finding)}\n" for finding in findings)


def _one(finding: Finding) -> str:
    level = LEVELS[finding.severity or "error"]
    at, said = finding.place, for_maintainer(finding)
    where = f"file={_property(at.file)},line={at.line}{f',col={at.column}' if at.column else ''}"
    return f"::{level} {where},title={_property(finding.code)}::{_data(f'{said.message}。{said.fix}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
