"""`curate submit --dry-run`: the same decision as on GitHub, on a laptop, for an issue that exists only as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from bot.files.below import text_if_there
from bot.flows.forms import forms
from bot.flows.submit import submission_context
from bot.github.decision import Decision
from bot.github.snapshot import Issue, Snapshot, User
from bot.submissions.decide import decided_at
from bot.submissions.model import Report

ME = User("github-actions[bot]", 41898282, bot=True)  # who the token of a workflow is
YOU = User("you", 0)
NUMBER = 1


def dry_run(root: Path, body: str) -> tuple[Decision, Report | None, Mapping[str, str]]:
    """The decision, what it was made of, and the files it would change as they are now.

    The issue has the labels of the forms, as one made with a form has: a body in which no form is found is told so.
    """
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    given = frozenset(label for form in forms(root).values() for label in form.labels)
    issue = Issue(NUMBER, "", body, YOU, labels=given, created_at=now)
    decision, report = decided_at(submission_context(root), Snapshot("", "main", "HEAD", ME, issue))
    files = decision.pull.commit.files if decision.pull and decision.pull.commit else {}
    return decision, report, {path: text_if_there(root, path) for path in files}
