"""`curate submit`: an issue was opened, edited or commented on → the comment, labels and pull request it should have.

Nothing depends on the event: each run decides from what is there, so events may come twice, late or in any order.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from bot.catalog.load import cards_alone
from bot.catalog.model import Catalog
from bot.edge.index import Index
from bot.edge.indexed import asked
from bot.errors import CurateError
from bot.files.access import read_text
from bot.flows.forms import forms
from bot.flows.regen import GENERATED
from bot.github.decision import Decision
from bot.github.snapshot import Snapshot
from bot.readme.generate.template import TEMPLATE
from bot.submissions.context import Desk
from bot.submissions.decide import decide_at

T = TypeVar("T")


def decide(root: Path, now: Snapshot) -> Decision:
    """For the list in the folder `root`, which stands at commit `now.base`. Raises CurateError if it is unreadable."""
    return at_desk(root, lambda desk: decide_at(desk, now))


def at_desk(root: Path, work: Callable[[Desk], T]) -> T:
    """What comes of the work with all of the list at hand that a decision needs."""
    return asked(root, lambda index: work(_lay_out(root, index)))


def _lay_out(root: Path, index: Index) -> Desk:
    if not (root / TEMPLATE).is_file():
        raise CurateError("缺少页面模板", str(root / TEMPLATE), "请恢复这个文件，或用 curate import 生成")
    there = {path: read_text(root / path) if (root / path).is_file() else "" for path in GENERATED}
    book = cache(partial(cards_alone, root))
    return Desk(Catalog(index.list_file), index, book, forms(root), read_text(root / TEMPLATE), there)
