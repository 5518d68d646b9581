"""The check on the head commit: pull requests made with a job's token start no workflow that could report one."""

from __future__ import annotations

from typing import Any

from github.Repository import Repository

from bot.github.decision import CHECK_NAME, Annotation, CheckRun

AT_ONCE = 50  # annotations GitHub takes in one request
LONGEST = 65_535  # characters GitHub takes as a summary


def report(repo: Repository, sha: str, check: CheckRun, *, fresh: bool) -> None:
    """Nothing where the latest check on `sha` carries this digest; a `fresh` commit has none yet."""
    if not fresh and _is_reported(repo, sha, check.digest):
        return
    parts = [check.annotations[at : at + AT_ONCE] for at in range(0, len(check.annotations), AT_ONCE)] or [()]
    bodies = [_body(check, part) for part in parts]
    bodies[-1]["external_id"] = check.digest  # last, so that a check cut short is made again
    run = repo.create_check_run(head_sha=sha, **bodies[0])
    for body in bodies[1:]:
        run.edit(**body)


def _is_reported(repo: Repository, sha: str, digest: str) -> bool:
    runs = repo.get_commit(sha).get_check_runs(check_name=CHECK_NAME, filter="latest")
    return any(run.external_id == digest for run in runs)


def _body(check: CheckRun, part: tuple[Annotation, ...]) -> dict[str, Any]:
    output = {
        "title": check.title,
        "summary": check.summary[:LONGEST],
        "annotations": [_annotation(note) for note in part],
    }
    return {"name": CHECK_NAME, "status": "completed", "conclusion": check.conclusion, "output": output}


def _annotation(note: Annotation) -> dict[str, Any]:
    return {
        "path": note.path,
        "start_line": note.line,
        "end_line": note.line,
        "annotation_level": note.level,
        "title": note.title,
        "message": note.message,
    }
