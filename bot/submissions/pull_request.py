"""The pull request's body, and the check on its head commit: the same findings for the one who merges."""

from __future__ import annotations

import hashlib

from bot.github.decision import Annotation, CheckRun, Conclusion, Level
from bot.lint.discover import all_rules
from bot.lint.finding import SEVERITIES, Finding, Severity
from bot.lint.wording import for_maintainer
from bot.markdown.escape import escape, flat, shown, visible
from bot.submissions import sentences
from bot.submissions.comment import finding_line, preview
from bot.submissions.contributor_wording import kin_line
from bot.submissions.model import Report, Verdict

LONGEST = 60_000
MOST = 50
ANSWER = 600  # characters of one answer
_LEVELS: dict[Severity, Level] = {"error": "failure", "warning": "warning", "info": "notice"}


def body(report: Report, verdict: Verdict, issue: int, text: str, said: str) -> str:
    """Markdown. `text` is the digest of the issue's text that was checked, `said` as of the functions below."""
    parts = [
        f"Closes #{issue}",
        said,
        sentences.CHECKS,
        checked(report, verdict),
        preview(report, verdict),
        sentences.MAINTAINER_HELP.format(issue=issue),
        sentences.FROM_ISSUE.format(issue=issue, digest=text[:12]),
    ]
    whole = "\n\n".join(part for part in parts if part)
    return whole if len(whole) <= LONGEST else "\n\n".join(part for part in parts[:4] if part)[:LONGEST]


def said(verdict: Verdict) -> str:
    """What the contributor, or a maintainer's order, says of the change: one line each."""
    lines = [(label, visible(flat(value))) for label, value in verdict.submission.told if value]
    return "\n".join(
        sentences.ANSWER.format(question=escape(label), answer=escape(_cut(value))) for label, value in lines
    )


def _cut(value: str) -> str:
    return value if len(value) <= ANSWER else value[: ANSWER - 1] + "…"


def said_before(body: str) -> str:
    """The same, of a body written earlier: where the issue is not read again, it stays."""
    lines = body.replace("\r\n", "\n").partition("\n#### ")[0].split("\n")  # an answer holds no heading
    return "\n".join(line for line in lines if line.startswith("- "))


def checked(report: Report, verdict: Verdict) -> str:
    """One line a finding, or the sentence that there is none."""
    found = (*verdict.blocking, *verdict.remarks)
    if not (found or verdict.kin):
        return sentences.ALL_PASSED.format(count=len(all_rules()))
    lines = [(sentences.TO_DECIDE, kin_line(one)) for one in verdict.kin]
    lines += [(SEVERITIES[one.severity or "error"], finding_line(one, report)) for one in found[:MOST]]
    return "\n".join(sentences.CHECKED.format(level=level, line=line) for level, line in lines)


def check_run(report: Report, verdict: Verdict) -> CheckRun:
    """Failure when something must be mended or decided, neutral with remarks, else success."""
    problems = [f"- {shown(problem.message)}" for problem in verdict.submission.problems]
    count, waits = verdict.faults, verdict.submission.waits
    doubts = sum(not one.holds for one in verdict.kin)
    problems += [f"- {shown(waits)}"] if waits else []
    remarks = [finding for finding in verdict.remarks if finding.severity == "warning"]
    problems += [f"- {shown(one.message)}" for one in verdict.unmet]
    bad = count or waits or verdict.unmet
    conclusion: Conclusion = "failure" if bad else "neutral" if remarks or doubts else "success"
    waiting = sentences.CHECK_WAITS if waits else sentences.CHECK_EARLY if verdict.unmet else ""
    title = _check_title(count, len(remarks) + doubts, waiting)
    summary = "\n".join([*problems, "", checked(report, verdict)]).strip() if problems else checked(report, verdict)
    paths = {path for path, text in verdict.files if text is not None}
    notes = tuple(_note(f) for f in (*verdict.blocking, *verdict.remarks) if f.place.file in paths)
    digest = hashlib.sha256(repr((conclusion, title, summary, notes)).encode()).hexdigest()
    return CheckRun(conclusion, title, summary[:LONGEST], notes, digest)


def _check_title(to_mend: int, remarks: int, waiting: str) -> str:
    if to_mend:
        return sentences.CHECK_TO_MEND.format(count=to_mend)
    if waiting:
        return waiting
    return sentences.PASSED_WITH_REMARKS.format(count=remarks) if remarks else sentences.PASSED


def _note(finding: Finding) -> Annotation:
    said = for_maintainer(finding)
    text = f"{said.message}。{said.fix}。"
    return Annotation(finding.place.file, finding.place.line, _LEVELS[finding.severity or "error"], finding.code, text)
