"""Everything curate raises on purpose.

CurateError            what is wrong, where, what to do next: printed as one line, exit 2, no traceback
├── UnreadableCatalog  the catalog's files hold mistakes (all of them, not the first)
├── HandEdited         README.md differs from what was generated: going on would lose the edit
├── BadTemplate        README.template.md cannot be rendered
├── Refused            GitHub will not let the bot do something; names the setting that would allow it
│   └── Gone           what was asked for is not there (404, 410)
└── Interrupted        GitHub could not answer now, or the state changed meanwhile: begin again from the start

Findings are not errors: they are data, and exit 1. Anything else that escapes is a bug, and exit 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.text.zh import visible

if TYPE_CHECKING:  # every command loads this module; few of them need the model
    from bot.catalog.model import Mistake


class CurateError(Exception):
    """`what` and `next_step` are Chinese sentences without a full stop; `where` is a path, `path:line` or empty."""

    def __init__(self, what: str, where: str = "", next_step: str = "") -> None:
        super().__init__(what, where, next_step)
        self.what = what
        self.where = where
        self.next_step = next_step

    def __str__(self) -> str:
        where, what, next_step = map(visible, (self.where, self.what, self.next_step))
        head = f"{where}：{what}" if where else what
        return f"{head}。{next_step}。" if next_step else f"{head}。"


class HandEdited(CurateError):
    """`diff` is what a regeneration would undo, as a unified diff; printed before the sentence."""

    def __init__(self, what: str, where: str = "", next_step: str = "", diff: str = "") -> None:
        super().__init__(what, where, next_step)
        self.diff = diff


class Refused(CurateError):
    """`next_step` tells a maintainer where in GitHub's settings to look; `said` is what GitHub answered."""

    def __init__(self, what: str, where: str = "", next_step: str = "", status: int = 0, said: str = "") -> None:
        super().__init__(what, where, next_step)
        self.status = status
        self.said = said


class Gone(Refused):
    """A deleted issue, comment, label, branch or account; or one the token may not see."""


class Interrupted(CurateError):
    """`wait` is how many seconds GitHub asks for before the next try; 0 when someone else was merely faster."""

    def __init__(self, what: str, where: str = "", next_step: str = "", wait: float = 0.0) -> None:
        super().__init__(what, where, next_step)
        self.wait = wait


class BadTemplate(CurateError):
    """`where` is README.template.md:line."""


class UnreadableCatalog(CurateError):
    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("条目库中有无法读取的内容")
        self.mistakes = mistakes

    def __str__(self) -> str:
        lines = (f"{m.file}:{m.line}:{m.column}：{m.message}。{m.fix}。" for m in self.mistakes)
        return "\n".join(map(visible, lines))
