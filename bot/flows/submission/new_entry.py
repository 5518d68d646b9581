"""The form 收录新项目 → a new record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from bot.flows.submission import Desk
from bot.flows.submission.clean import Reader, distinct
from bot.flows.submission.slugs import make_slug
from bot.model import Record
from bot.render.forms import kind_options, section_options
from bot.render.markdown import paragraphs
from bot.sources.issue import Answers, Problem
from bot.sources.submission import Submission

FORM: Final = "new-entry"


def new_entry(
    answers: Answers, desk: Desk, *, issue: int, day: date, section: str = "", taken: Collection[str] = ()
) -> Submission:
    """`section` is a maintainer's choice, which goes before the contributor's; `taken` are slugs not to use."""
    reader = Reader(answers, desk.forms[FORM])
    name = reader.name("name")
    aliases, organisations = reader.items("aliases"), reader.items("organisations")
    main, more = reader.link("link"), reader.links("more-links")
    links = distinct([main, *more] if main else more)
    description = paragraphs(reader.text("description", "prose"))
    kind = kind_options().get(answers.text("kind"), "other")
    section = section or section_options(desk.outline).get(answers.text("section"), "")
    if not section and answers.text("section"):
        message = "还没有确定放在哪一节，请维护者在评论里写“/section 小节”来指定"
        reader.problems.append(Problem("section", "section", message))
    record = Record(
        slug=make_slug(name, aliases, links, {*desk.index.slugs(), *taken}, issue),
        section=section,
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in aliases if alias != name),
        organisations=organisations,
        added=day,
        links=links,
        description=description + "\n" if description else "",
    )
    complete = bool(name and main and description and section)
    return Submission(FORM, reader.understood(), tuple(reader.problems), after=record if complete else None)
