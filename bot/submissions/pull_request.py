"""The pull request's body, and the check on its head commit: the same findings for the one who merges."""

from __future__ import annotations

import hashlib

from bot.github.decision import Annotation, CheckRun, Conclusion, Level
from bot.lint.discover import all_rules
from bot.lint.finding import SEVERITIES, Finding, Severity
from bot.lint.wording import for_maintainer
from bot.markdown.escape import escape, flat, shown, visible
from bot.submissions.comment import finding_line, preview
from bot.submissions.model import Report, Verdict

LONGEST = 60_000
MOST = 50
ANSWER = 600  # characters of one answer
_CHECKS = "#### 检查"
_LEVELS: dict[Severity, Level] = {"error": "failure", "warning": "warning", "info": "notice"}


def body(report: Report, verdict: Verdict, issue: int, text: str, said: str) -> str:
    """Markdown. `text` is the digest of the issue's text that was checked, `said` as of the functions below."""
    parts = [
        f"由议题 #{issue} 的投稿生成，只含这一条记录和由目录生成的文件。内容有误时请改议题，不必改这里。",
        f"Closes #{issue}",
        said,
        _CHECKS,
        table(report, verdict),
        preview(report, verdict),
        f"<sub>检查的是正文的这一版：`{text[:12]}`。议题修改后会重新检查，本分支随之更新。</sub>",
    ]
    whole = "\n\n".join(part for part in parts if part)
    return whole if len(whole) <= LONGEST else "\n\n".join(part for part in parts[:5] if part)[:LONGEST]


def said(verdict: Verdict) -> str:
    """What the contributor, or a maintainer's order, says of the change: one line each."""
    lines = [(label, visible(flat(value))) for label, value in verdict.submission.told if value]
    return "\n".join(
        f"- {escape(label)}：{escape(value if len(value) <= ANSWER else value[: ANSWER - 1] + '…')}"
        for label, value in lines
    )


def said_before(body: str) -> str:
    """The same, of a body written earlier: where the issue is not read again, it stays."""
    lines = body.replace("\r\n", "\n").partition(f"\n{_CHECKS}\n")[0].split("\n")
    return "\n".join(line for line in lines if line.startswith("- "))


def table(report: Report, verdict: Verdict) -> str:
    """One row a finding, or the sentence that there is none."""
    found = (*verdict.blocking, *verdict.remarks)
    if not found:
        return f"全部 {len(all_rules())} 条规则通过。"
    rows = [
        f"| {SEVERITIES[finding.severity or 'error']} | {finding_line(finding, report)} |" for finding in found[:MOST]
    ]
    return "\n".join(["| 程度 | 说明 |", "| --- | --- |", *rows])


def check_run(report: Report, verdict: Verdict) -> CheckRun:
    """Failure when something must be mended or decided, neutral with remarks, else success."""
    problems = [f"- {shown(problem.message)}" for problem in verdict.submission.problems]
    count, waits = verdict.faults, verdict.submission.waits
    problems += [f"- {shown(waits)}"] if waits else []
    remarks = [finding for finding in verdict.remarks if finding.severity == "warning"]
    conclusion: Conclusion = "failure" if count or waits else "neutral" if remarks else "success"
    title = f"可以合并，有 {len(remarks)} 条提醒" if remarks else "可以合并"
    title = f"有 {count} 处需要修改" if count else "等维护者处理" if waits else title
    summary = "\n".join([*problems, "", table(report, verdict)]).strip() if problems else table(report, verdict)
    paths = {path for path, text in verdict.files if text is not None}
    notes = tuple(_note(f) for f in (*verdict.blocking, *verdict.remarks) if f.place.file in paths)
    digest = hashlib.sha256(repr((conclusion, title, summary, notes)).encode()).hexdigest()
    return CheckRun(conclusion, title, summary[:LONGEST], notes, digest)


def _note(finding: Finding) -> Annotation:
    said = for_maintainer(finding)
    text = f"{said.message}。{said.fix}。"
    return Annotation(finding.place.file, finding.place.line, _LEVELS[finding.severity or "error"], finding.code, text)
