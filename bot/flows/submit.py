"""`curate submit`: an issue was opened, edited or commented on → the comment, labels and pull request it should have.

Nothing depends on the event: each run decides from what is there, so events may come twice, late or in any order.
"""

from __future__ import annotations

from pathlib import Path

from bot.edge.catalog import load_sound
from bot.edge.files import read_text
from bot.errors import CurateError
from bot.flows.forms import forms
from bot.flows.regen import generated
from bot.flows.submission import Desk
from bot.flows.submission.decision import decide_at
from bot.github_model import Decision, Snapshot
from bot.render.template import TEMPLATE


def decide(root: Path, now: Snapshot) -> Decision:
    """For the list in the folder `root`, which stands at commit `now.base`. Raises CurateError if it is unreadable."""
    return decide_at(lay_out(root), now)


def lay_out(root: Path) -> Desk:
    """Read all of the list that a decision needs."""
    catalog = load_sound(root)
    if not (root / TEMPLATE).is_file():
        raise CurateError("缺少页面模板", str(root / TEMPLATE), "请恢复这个文件，或用 curate import 生成")
    template = read_text(root / TEMPLATE)
    paths = {path: root / path for path in generated(catalog, template)}
    there = {path: read_text(where) if where.is_file() else "" for path, where in paths.items()}
    return Desk(catalog, forms(root), template, there)
