"""The form 收录新项目 → a new record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Final

from bot.catalog.model import Catalog, Record
from bot.catalog.words import words_of
from bot.names.match_url import fit
from bot.submissions import sentences
from bot.submissions.context import SubmissionContext
from bot.submissions.intake import OWN
from bot.submissions.issue_body import Answers
from bot.submissions.model import Submission
from bot.submissions.read_answers import Reader, distinct
from bot.submissions.section_choice import answered, placed
from bot.submissions.slugs import make_slug
from bot.submissions.typed_links import addresses
from bot.submissions.unfit_text import foreign, shortest
from bot.submissions.write_forms import kind_options, section_options

FORM: Final = "new-entry"
_AND = re.compile(r"[、，,；;+&]|\s(?:和|与|及|以及|and)\s|(?<=[A-Za-z0-9])(?:和|与|及|以及)(?=[A-Za-z0-9])")
MANY = 8  # entries of a section from which it has a kind of its own
FITS = 0.85  # from which a name is that of an address


def new_entry(
    answers: Answers,
    context: SubmissionContext,
    *,
    issue: int,
    day: date,
    section: str = "",
    taken: Collection[str] = (),
) -> Submission:
    """`section` is a maintainer's choice, which goes before the contributor's; `taken` are slugs not to use."""
    reader = Reader(answers, context.forms[FORM], least=shortest(context.catalog))
    name = reader.name("name")
    aliases, organisations = reader.items("aliases"), reader.items("organisations")
    main, more = reader.link("link"), reader.links("more-links")
    links = distinct([main, *more] if main else more)
    reader.notes += [sentences.SAME_PAGE.format(url=one.url) for one in more if one not in links]
    description = reader.description("description")
    if strange := foreign(description, context.catalog):
        reader.refuse("description", strange)
    reader.unfit("name", "aliases", "organisations", "link", "more-links", "description")
    if several(name, reader.answers.text("link")):
        reader.refuse("name", sentences.SEVERAL_PROJECTS)
    kind = kind_options(context.catalog).get(answers.text("kind"), words_of(context.catalog.list).usual_kind)
    where = placed(reader, context.catalog, section)
    record = Record(
        slug=make_slug(name, aliases, links, {*context.catalog.by_slug, *taken}, issue),
        section=where.section,
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in aliases if alias != name),
        organisations=organisations,
        added=day,
        links=links,
        description=description + "\n" if description else "",
    )
    if stray := _stray(record, context.catalog):
        reader.notes.append(stray)
    complete = bool(name and main and description and where.section)
    rows, after = answered(reader.understood(), where.told), record if complete else None
    problems, notes = tuple(reader.problems), tuple(reader.notes)
    asked = tuple(("link" if link is main else "more-links", link) for link in links)
    own = ((reader.labels[OWN], answers.text(OWN)),) if OWN in reader.labels else ()
    told = (*where.told, *own)
    return Submission(
        FORM, rows, problems, notes, after=after, waits=where.waits, told=told, links=asked, choices=where.choices
    )


def _stray(record: Record, catalog: Catalog) -> str:
    """A remark where none of a section's many entries is of that kind, but another section's are; "" else."""
    kinds = [one.kind for one in catalog.by_section.get(record.section, ())]
    if len(kinds) < MANY or record.kind in {*kinds, words_of(catalog.list).usual_kind}:
        return ""
    counts = Counter(one.section for one in catalog.records if one.kind == record.kind)
    titles = {path: title for title, path in section_options(catalog).items()}
    there = next((titles[path] for path, count in counts.most_common() if count > 1 and path in titles), "")
    kind = words_of(catalog.list).kind(record)
    return sentences.KIND_IS_ELSEWHERE.format(kind=kind, section=there, here=titles[record.section]) if there else ""


def several(name: str, link: str) -> bool:
    """Whether the name and the link are those of several projects, each of which has its own."""
    urls = addresses(link)[0]
    parts = [part.strip() for part in _AND.split(name) if part.strip()]
    own = [next((url for url in urls if fit(part, url) >= FITS), "") for part in parts]
    return len(parts) > 1 and len({url for url in own if url}) > 1
