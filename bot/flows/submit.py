"""`curate submit`: an issue was opened, edited or commented on → the comment, labels and pull request it should have.

Nothing depends on the event: each run decides from what is there, so events may come twice, late or in any order.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.catalog.load import load_sound
from bot.errors import CurateError
from bot.files.below import is_file, text_as_it_stands
from bot.flows.forms import forms
from bot.flows.submitted_links import LookAt, nobody
from bot.github.decision import Decision
from bot.github.snapshot import Snapshot
from bot.readme.generate.page import GENERATED
from bot.readme.generate.template import TEMPLATE
from bot.submissions.context import SubmissionContext
from bot.submissions.decide import decide_at
from bot.submissions.links_to_look_at import links_to_look_at


def decide(root: Path, now: Snapshot, look_at: LookAt = nobody) -> Decision:
    """For the list in the folder `root`, which stands at commit `now.base`. Raises CurateError if it is unreadable."""
    context = submission_context(root)
    return decide_at(replace(context, evidence=look_at(links_to_look_at(context, now))), now)


def submission_context(root: Path) -> SubmissionContext:
    """All of the list below `root` that a decision needs. Raises UnreadableCatalog or another CurateError."""
    catalog = load_sound(root)
    if not is_file(root, TEMPLATE):
        raise CurateError("缺少页面模板", str(root / TEMPLATE), "请恢复这个文件，或用 curate import 生成")
    there = {path: text_as_it_stands(root, path) for path in GENERATED}
    return SubmissionContext(catalog, forms(root, catalog), text_as_it_stands(root, TEMPLATE), there)
