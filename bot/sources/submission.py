"""What someone proposes, once their answers are understood: a new record, or a changed one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model import Finding, Record
from bot.sources.issue import Problem

FormName = Literal["new-entry", "fix-entry"]


@dataclass(frozen=True, slots=True)
class Submission:
    """`understood`: question → what was read, as plain text. `after` is None while no record can be made of it.

    `before` is the record as it stands in the catalog, None for a new entry. `notes` are remarks, no obstacles.
    """

    form: FormName
    understood: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    before: Record | None = None
    after: Record | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a submission, and what it would look like.

    `blocking` keep it from being merged, `remarks` do not. `preview_before` and `preview` are Markdown, as in the
    README. `files`: path → text (None: deleted) of the record and of what is generated from it.
    """

    submission: Submission
    blocking: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    preview_before: str = ""
    preview: str = ""
    files: tuple[tuple[str, str | None], ...] = ()

    @property
    def sound(self) -> bool:
        return self.submission.after is not None and not self.submission.problems and not self.blocking
