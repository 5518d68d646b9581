"""What someone proposes, once their answers are understood: a new record, or a changed one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.catalog.model import Link, Record
from bot.lint.finding import Finding
from bot.submissions.issue_body import Problem

FormName = Literal["new-entry", "fix-entry"]
Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """`understood`: question → what was read, as plain text. `after` is None while no record can be made of it.

    `before` is the record as it stands in the catalog, None for a new entry. `notes` are remarks, no obstacles.
    `waits` says what only a maintainer can do about it, "" for nothing; `after` then lies in a section for the time
    being. `told` are those answers, as in `understood`, that whoever merges it has to know;
    `changes` say in words what the previews do not show. `links` are the new ones, each with the id of the question
    it answers; `offers` what their pages say beside it, for its author to take up. `gone` is the entry that is merged
    into this one and taken away, `others` are the records that named it, changed. `choices` are what a maintainer may
    order: title, section.
    """

    form: FormName
    understood: Rows = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    before: Record | None = None
    after: Record | None = None
    waits: str = ""
    told: Rows = ()
    changes: Rows = ()
    links: tuple[tuple[str, Link], ...] = ()
    offers: Rows = ()
    gone: Record | None = None
    others: tuple[Record, ...] = ()
    choices: Rows = ()


@dataclass(frozen=True, slots=True)
class Kin:
    """An entry that the new one may be. `about` is its address, or the new one's name; `holds`: that much is sure."""

    slug: str
    name: str
    why: Literal["twin", "mirror", "family", "repository", "page", "renamed", "fork"]
    about: str
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Unmet:
    """What the list asks of new projects and this one does not have yet; `passes` is the day from which it has."""

    code: str
    message: str
    passes: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a submission, and what it would look like.

    `blocking` keep it from being merged, `remarks` do not. `kin` are entries it may be, `unmet` what the list asks
    of new projects. `preview_before` and `preview`
    are Markdown, as in the README. `files`: path → text (None: deleted) of the record and of what is generated from it.
    """

    submission: Submission
    blocking: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    preview_before: str = ""
    preview: str = ""
    files: tuple[tuple[str, str | None], ...] = ()
    kin: tuple[Kin, ...] = ()
    unmet: tuple[Unmet, ...] = ()

    @property
    def sound(self) -> bool:
        return bool(self.files) and not (self.faults or self.submission.waits or self.unmet)

    @property
    def faults(self) -> int:
        """How many things its author has to mend."""
        return len(self.submission.problems) + len(self.blocking) + sum(one.holds for one in self.kin)


Outcome = Literal["ready", "waiting", "mend", "early", "withdrawn", "closed", "merged", "held", "refused"]


@dataclass(frozen=True, slots=True)
class Report:
    """What the comment tells.

    `outcome`: ready to merge, waiting for a maintainer's decision, to be mended, too early for the list,
    withdrawn, issue closed by hand,
    merged, pull request closed by a maintainer (held), or not taken on (refused). `says` are sentences as plain text;
    `rivals` maps a slug to the number of the open issue that proposes it; `home` is where the page is shown, ""
    where that is not known; `entries` maps a slug to a link, in Markdown, to that entry there; `has_pull`: there is or
    will be one.
    """

    outcome: Outcome
    verdict: Verdict | None = None
    form: FormName | None = None
    says: tuple[str, ...] = ()
    rivals: tuple[tuple[str, int], ...] = ()
    home: str = ""
    entries: Rows = ()
    has_pull: bool = False
