"""What a finding says to someone who filled in a form: the rule's words, the entries it names as links."""

from __future__ import annotations

from bot.lint import wording
from bot.lint.finding import Finding
from bot.markdown.escape import shown
from bot.submissions.model import Report
from bot.text import zh


def for_contributor(finding: Finding, report: Report) -> str:
    """Rule, sentence, what to do, and the entries it is about, on one line of Markdown."""
    said = wording.for_contributor(finding, report.form or "new-entry")
    others = [page for slug, page in report.entries if slug in finding.records]
    there = f"列表里的条目：{zh.join(others)}。" if others else ""
    sentences = f"{shown(said.message[:500])}。{shown(said.fix[:300])}"
    return f"`{finding.code}` {sentences}。{there}{rivals(finding, report)}"


def rivals(finding: Finding, report: Report) -> str:
    """The open submissions among those a finding is about."""
    issues = dict(report.rivals)
    numbers = [f"#{issues[slug]}" for slug in dict.fromkeys(finding.records) if slug in issues]
    return f"（另一份投稿 {zh.join(numbers)} 尚未合并）" if numbers else ""
