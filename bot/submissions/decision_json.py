"""A decision → the JSON that `curate submit --dry-run --format json` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import yaml

from bot.catalog.model import Record
from bot.catalog.write import record_text
from bot.github.decision import PULL, Decision, PullRequest
from bot.lint.finding import Finding
from bot.lint.wording import for_contributor
from bot.submissions import sentences
from bot.submissions.comment_state import unmarked
from bot.submissions.contributor_wording import kin_line
from bot.submissions.model import Outcome, Report
from bot.text import zh

Status = Literal["ready", "to-mend", "for-maintainer", "not-a-submission", "over-limit"]
_STATUS: Mapping[Outcome, Status] = {
    "ready": "ready",
    "mend": "to-mend",
    "waiting": "for-maintainer",
    "early": "to-mend",
    "refused": "over-limit",
}


def decision_json(decision: Decision, report: Report | None, unseen: Sequence[str] = ()) -> str:
    """Status, problems (code, field, message), notes, record, comment, labels, pull request (title, body, files).

    `unseen` are the links that nobody looked at.
    """
    verdict = report.verdict if report else None
    after = verdict.submission.after if verdict else None
    data = {
        "status": _status(report),
        "problems": list(_problems(report)) if report else [],
        "notes": [*(_notes(report) if report else ()), *not_looked_at(unseen)],
        "record": _record(after) if after else None,
        "comment": unmarked(decision.comment.text).replace(PULL, "（预演）") if decision.comment else "",
        "labels": [label.name for label in decision.labels.wanted] if decision.labels else [],
        "pull_request": _pull(decision.pull) if decision.pull and decision.pull.open else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)


def not_looked_at(unseen: Sequence[str]) -> Iterator[str]:
    if unseen:
        yield sentences.NOT_LOOKED_AT.format(urls=zh.join(unseen))


def _status(report: Report | None) -> Status:
    if report is None or report.form is None:
        return "not-a-submission"
    return _STATUS.get(report.outcome, "not-a-submission")


def _problems(report: Report) -> Iterator[dict[str, str]]:
    if report.verdict is None:
        yield from ({"code": "over-limit", "field": "", "message": said} for said in report.says)
        return
    for problem in report.verdict.submission.problems:
        yield {"code": problem.kind, "field": problem.field, "message": problem.message}
    for finding in report.verdict.blocking:
        yield {"code": finding.code, "field": "", "message": _said(finding, report)}
    for one in report.verdict.kin:
        if one.holds:
            yield {"code": one.why, "field": "link", "message": kin_line(one, report)}
    yield from ({"code": one.code, "field": "link", "message": one.message} for one in report.verdict.unmet)


def _notes(report: Report) -> Iterator[str]:
    if report.verdict:
        made = report.verdict.submission
        yield from (note for note in (*report.says, made.waits, *made.notes) if note)
        yield from (f"{label}：{value}" for label, value in made.offers)
        yield from (kin_line(one, report) for one in report.verdict.kin if not one.holds)
        yield from (_said(finding, report) for finding in report.verdict.remarks)


def _said(finding: Finding, report: Report) -> str:
    said = for_contributor(finding, report.form or "new-entry")
    return f"{said.message}。{said.fix}。"


def _record(record: Record) -> Any:
    """Its fields as they stand in its file."""
    return yaml.safe_load(record_text(record))


def _pull(pull: PullRequest) -> dict[str, Any]:
    files = dict(pull.commit.files) if pull.commit else {}
    return {"title": pull.title, "body": pull.body, "branch": pull.branch, "files": files}
