"""What a list asks of a new project, judged by what the project's own page says. What is not known lets pass."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.catalog.model import Intake
from bot.submissions import sentences
from bot.submissions.evidence import Evidence
from bot.submissions.issue_body import Answers, Problem
from bot.submissions.model import Submission, Unmet
from bot.web.model import Project

OWN = "own"  # the question that a form asks where the list wants to know
IS_OWN, IS_NOT = "我是作者或维护者", "与我无关"
CODES = ("ITK001", "ITK002", "ITK003", "ITK004")


def unmet(made: Submission, intake: Intake, evidence: Evidence) -> tuple[Unmet, ...]:
    """What the project lacks on the day of the look; nothing for corrections, nor where no page could be asked."""
    project = _project(made, evidence)
    if made.form != "new-entry" or project is None or evidence.day is None:
        return ()
    return tuple(_unmet(project, intake, evidence.day))


def _unmet(project: Project, intake: Intake, today: date) -> Iterator[Unmet]:
    created, pushed = _day(project.created), _day(project.pushed)
    if intake.older_than and created and (passes := created + timedelta(intake.older_than)) > today:
        said = sentences.TOO_YOUNG.format(created=created, days=intake.older_than, passes=passes)
        yield Unmet("ITK001", said, passes)
    if intake.stars and project.kind == "repository" and project.stars < intake.stars:
        yield Unmet("ITK002", sentences.TOO_FEW_STARS.format(stars=project.stars, least=intake.stars))
    if intake.pushed_within and pushed and pushed + timedelta(intake.pushed_within) < today:
        yield Unmet("ITK003", sentences.TOO_QUIET.format(pushed=pushed, days=intake.pushed_within))
    if intake.license and not project.licence:
        yield Unmet("ITK004", sentences.NO_LICENCE)


def undisclosed(answers: Answers, made: Submission, author: str, evidence: Evidence) -> Problem | None:
    """The answer of somebody who says that the project is not theirs, where it lies in their own account."""
    project = _project(made, evidence)
    owner = project.name.partition("/")[0].lower() if project else ""
    if owner and owner == author.lower() and answers.text(OWN) == IS_NOT:
        return Problem(OWN, "refused", sentences.UNDISCLOSED.format(owner=author))
    return None


def _project(made: Submission, evidence: Evidence) -> Project | None:
    """That of the first link that an API knows: a repository before a model or a data set."""
    looks = [look for _, link in made.links if (look := evidence.of(link.url)) and look.outcome != "gone"]
    projects = [look.project for look in looks if look.project]
    return min(projects, key=lambda one: one.kind != "repository", default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
