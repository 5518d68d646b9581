"""What a finding says in Markdown, with the entries and the open submissions it is about as links."""

from __future__ import annotations

from bot.lint import wording
from bot.lint.finding import Finding
from bot.lint.rule_page import rule_page
from bot.lint.wording import Said
from bot.markdown.escape import escape, shown
from bot.submissions import sentences
from bot.submissions.model import Kin, Report
from bot.text.zh import join

LONGEST_MESSAGE, LONGEST_FIX = 500, 300


def for_contributor(finding: Finding, report: Report) -> str:
    """Rule, sentence, what to do, and the entries it is about, on one line."""
    said = wording.for_contributor(finding, report.form or "new-entry")
    pages = join(page for slug, page in report.entries if slug in finding.records)
    entries = sentences.ENTRIES.format(entries=pages) if pages else ""
    return one_line(finding, said, entries=entries, rivals=rivals(finding, report))


def one_line(finding: Finding, said: Said, *, entries: str = "", rivals: str = "") -> str:
    return sentences.FINDING.format(
        code=finding.code,
        page=rule_page(finding.code),
        message=shown(said.message[:LONGEST_MESSAGE]),
        fix=shown(said.fix[:LONGEST_FIX]),
        entries=entries,
        rivals=rivals,
    )


def rivals(finding: Finding, report: Report) -> str:
    """The open submissions among those a finding is about."""
    numbers = dict(report.rivals)
    issues = join(f"#{numbers[slug]}" for slug in dict.fromkeys(finding.records) if slug in numbers)
    return sentences.RIVALS.format(issues=issues) if issues else ""


def kin_line(one: Kin, report: Report | None = None) -> str:
    """An entry that the new one may be, as a link where the report knows one, and what to do about it."""
    entry = (dict(report.entries).get(one.slug) if report else "") or f"“{escape(one.name)}”"
    return sentences.KIN[one.why].format(entry=entry, about=escape(one.about)) + "。"
