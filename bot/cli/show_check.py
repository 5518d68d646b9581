"""What `curate check` prints, and what it adds to the summary of a workflow's job."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from bot.cli.job_summary import job_summary
from bot.cli.output import hand_on, say

if TYPE_CHECKING:
    from bot.lint.finding import Finding
    from bot.lint.fix.model import Fixed


def show_findings(findings: Sequence[Finding], form: str, entries: int = 0, *, err: bool = False) -> None:
    """The findings in that format, and the grades of a list that has `entries`."""
    from bot.lint.report.formats import render
    from bot.lint.report.grades import line

    colour = form == "text" and _coloured(sys.stderr if err else sys.stdout)
    say(render(form, findings, colour=colour), nl=False, err=err, coloured=True, commands=form == "github")
    grades = line(findings, entries)
    if grades and form in {"text", "markdown"}:
        say(grades if form == "text" else f"\n{grades}", err=err)
    if os.environ.get("GITHUB_STEP_SUMMARY"):
        job_summary("check", f"{render('markdown', findings)}\n{grades}")


def show_fixes(fixed: Sequence[Fixed], form: str, *, written: bool, patch: bool) -> None:
    """The edits. Formats for programs, and a patch, keep stdout to themselves."""
    from bot.lint.report.fixes import difference, summary

    aside = form != "text" and not patch
    shown = (sys.stderr if aside else sys.stdout).isatty()
    for part in fixed:
        text = difference(part.files, shown=shown)
        if patch and not shown:
            hand_on(text)
        else:
            say(text, nl=False, err=aside, coloured=shown)
    for part in fixed:
        say(summary(part, written=written), err=aside or patch)


def _coloured(stream: TextIO) -> bool:
    """On a terminal, unless its user wants none (no-color.org) or it shows none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
