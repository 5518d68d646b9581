"""The check on the head commit: pull requests made with a job's token start no workflow that could report one."""

from __future__ import annotations

from typing import Any

from bot.github.client import Hub
from bot.github.model import CHECK_NAME, Annotation, CheckRun

AT_ONCE = 50  # annotations GitHub takes in one request
LONGEST = 65_535  # characters GitHub takes as a summary


def report(hub: Hub, sha: str, check: CheckRun, *, fresh: bool) -> None:
    """Nothing where the latest check on `sha` carries this digest; a `fresh` commit has none yet."""
    if not fresh and check.digest in _reported(hub, sha):
        return
    parts = [check.annotations[at : at + AT_ONCE] for at in range(0, len(check.annotations), AT_ONCE)] or [()]
    body: dict[str, Any] = {"name": CHECK_NAME, "head_sha": sha, "status": "completed", "conclusion": check.conclusion}
    run = 0
    for number, part in enumerate(parts, 1):
        body["output"] = {
            "title": check.title,
            "summary": check.summary[:LONGEST],
            "annotations": [_annotation(a) for a in part],
        }
        if number == len(parts):  # last, so that a check cut short is made again
            body["external_id"] = check.digest
        if run:
            hub.patch(f"check-runs/{run}", {key: value for key, value in body.items() if key != "head_sha"})
        else:
            run = hub.post("check-runs", body)["id"]


def _reported(hub: Hub, sha: str) -> list[str]:
    found = hub.get(f"commits/{sha}/check-runs", check_name=CHECK_NAME, filter="latest")["check_runs"]
    return [run["external_id"] for run in found]


def _annotation(note: Annotation) -> dict[str, Any]:
    return {
        "path": note.path,
        "start_line": note.line,
        "end_line": note.line,
        "annotation_level": note.level,
        "title": note.title,
        "message": note.message,
    }
