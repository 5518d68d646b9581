"""A submission in the light of what its links lead to: what is gone is asked for, what was renamed is taken over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.catalog.model import Link, Record
from bot.submissions import sentences
from bot.submissions.evidence import Evidence
from bot.submissions.form import Form
from bot.submissions.issue_body import Problem
from bot.submissions.model import Rows, Submission
from bot.submissions.read_answers import distinct
from bot.submissions.unfit_text import advertising
from bot.urls.normalise import link_key
from bot.web.model import Look, Project
from bot.web.wording import reason

RENAMED = frozenset({"renamed", "branch"})  # an API said so; of a page only its server did
DOUBTFUL = frozenset({"soft-404", "parked", "home", "title", "login", "taken-over"})
PAPER = "https://arxiv.org/abs/"
MOST = 3  # of one kind that are offered


def in_the_light_of(evidence: Evidence, made: Submission, forms: Mapping[str, Form]) -> Submission:
    """The submission as it is where nobody has looked."""
    if not evidence.looks:
        return made
    labels = {one.id: one.label for one in forms[made.form].fields}
    problems, notes = list(made.problems), list(made.notes)
    renamed: dict[str, str] = {}
    for field, link in made.links:
        look = evidence.of(link.url)
        if look is None:
            continue
        question = labels.get(field, field)
        if look.outcome == "gone":
            problems.append(Problem(field, "gone", gone(question, link.url, look)))
        elif look.outcome == "moved" and look.why in RENAMED:
            renamed[link.url] = link_key(look.moved_to).url
            notes.append(sentences.LINK_RENAMED.format(question=question, old=link.url, new=renamed[link.url]))
        notes += remarks(question, link.url, look)
    after = with_links(made.after, renamed) if made.after and renamed else made.after
    offers = offered(after, made, evidence) if made.form == "new-entry" else ()
    return replace(made, problems=tuple(problems), notes=tuple(notes), after=after, offers=offers)


def gone(question: str, url: str, look: Look) -> str:
    """What to ask for where nothing is at that address."""
    why = sentences.GONE_BECAUSE.get(look.why) or sentences.GONE.format(why=reason(look.why))
    return sentences.LINK_GONE.format(question=question, url=url, why=why)


def remarks(question: str, url: str, look: Look) -> Iterator[str]:
    """What a maintainer would want to know before merging."""
    project = look.project
    if look.outcome == "archived" or (project and project.archived):
        yield sentences.LINK_ARCHIVED.format(url=url)
    if project and project.kind == "repository" and project.empty:
        yield sentences.LINK_EMPTY.format(url=url)
    if project and project.gated:
        yield sentences.LINK_GATED.format(url=url)
    if look.outcome == "moved" and look.why not in RENAMED:
        yield sentences.LINK_REDIRECTS.format(question=question, url=url, to=look.moved_to)
    if look.why in DOUBTFUL:
        yield sentences.LINK_DOUBTFUL.format(question=question, url=url, why=reason(look.why))


def with_links(record: Record, renamed: Mapping[str, str]) -> Record:
    """The record with these addresses instead, in a page kept to the letter too."""
    links = (replace(link, url=renamed.get(link.url, link.url)) for link in record.links)
    body = record.body
    for old, new in renamed.items():
        body = body.replace(old, new)
    return replace(record, links=distinct(links), body=body)


def offered(after: Record | None, made: Submission, evidence: Evidence) -> Rows:
    """What the projects' own pages say and the submission does not, for its author to take up or leave."""
    links = after.links if after else tuple(link for _, link in made.links)
    looks = [look for _, link in made.links if (look := evidence.of(link.url))]
    projects = [look.project for look in looks if look.project]
    pages = {link_key(link.url).page for link in links}
    found = [row for project in projects for row in _of_project(project, pages)]
    said = made.after.description if made.after else ""
    rows = [(label, text) for label, text in found if text not in said]
    if not said:
        rows += [(sentences.OWN_WORDS, project.description) for project in projects if project.description][:1]
    return tuple(dict.fromkeys(rows))


def _of_project(project: Project, pages: set[str]) -> Iterator[tuple[str, str]]:
    for paper in project.papers[:MOST]:
        if link_key(f"{PAPER}{paper}").page not in pages:
            yield "论文", f"{PAPER}{paper}"
    home = _home(project.homepage)
    if home and link_key(home.url).page not in pages:
        yield _CALLED.get(home.type, "项目主页"), home.url
    if project.licence not in {"", "other"}:
        yield sentences.LICENCE, project.licence
    for base in project.base_models[:MOST]:
        yield sentences.BASE, base


_CALLED = {"model": "模型权重", "dataset": "数据集", "space": "在线体验", "paper": "论文"}


def _home(url: str) -> Link | None:
    key = link_key(url) if url.startswith("http") and not advertising(url) else None
    return Link(key.url, key.kind) if key and key.host and key.kind != "organisation" else None
