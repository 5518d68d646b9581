"""`curate submit --dry-run`: the same decision as on GitHub, on a laptop, for an issue that exists only as a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.files.below import text_if_there
from bot.flows.submit import submission_context
from bot.flows.submitted_links import LookAt, nobody
from bot.github.decision import Decision
from bot.github.snapshot import Issue, Snapshot, User
from bot.submissions.decide import decided_at
from bot.submissions.links_to_look_at import links_to_look_at
from bot.submissions.model import Report

ME = User("github-actions[bot]", 41898282, bot=True)  # who the token of a workflow is
YOU = User("you", 0)
NUMBER = 1


@dataclass(frozen=True)
class DryRun:
    """The decision, what it was made of, the files it would change as they are now, the links nobody looked at."""

    decision: Decision
    report: Report | None
    old: Mapping[str, str]
    unseen: tuple[str, ...]


def dry_run(root: Path, body: str, look_at: LookAt = nobody) -> DryRun:
    """The issue has the labels of the forms, as one made with a form has: without a form it is told so."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    context = submission_context(root)
    given = frozenset(label for form in context.forms.values() for label in form.labels)
    issue = Issue(NUMBER, "", body, YOU, labels=given, created_at=now)
    snapshot = Snapshot("", "main", "HEAD", ME, issue)
    addresses = links_to_look_at(context, snapshot)
    evidence = look_at(addresses)
    decision, report = decided_at(replace(context, evidence=evidence), snapshot)
    files = decision.pull.commit.files if decision.pull and decision.pull.commit else {}
    old = {path: text_if_there(root, path) for path in files}
    return DryRun(decision, report, old, tuple(address for address in addresses if address not in evidence.looks))
