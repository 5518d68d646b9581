"""Where an entry goes: as its author chose, as a maintainer ordered, or not yet known."""

from __future__ import annotations

from dataclasses import dataclass

from bot.catalog.model import Catalog
from bot.submissions import sentences
from bot.submissions.model import Rows
from bot.submissions.read_answers import Reader
from bot.submissions.write_forms import section_options

SECTION = "所属栏目"


@dataclass(frozen=True, slots=True)
class Placed:
    """`waits` is what a maintainer has to do first, "" for nothing; `section` then only serves to look at the entry.

    `told` is the answer, for whoever merges it; `choices` are what to order from: title, path.
    """

    section: str = ""
    waits: str = ""
    told: Rows = ()
    choices: Rows = ()


def placed(reader: Reader, outline: Catalog, order: str) -> Placed:
    """`order` is the section a maintainer named, or ""."""
    options, answer = section_options(outline), reader.answers.text("section")
    if order or answer in options:
        path = order or options[answer]
        return Placed(path, told=((SECTION, title(path, outline, ordered=bool(order))),))
    if answer not in offered(reader, "section"):
        return Placed()
    waits = sentences.SECTION_WAITS.format(question=SECTION)
    return Placed(next(iter(options.values()), ""), waits, choices=tuple(options.items()))


def offered(reader: Reader, name: str) -> tuple[str, ...]:
    """What one can choose for an answer."""
    return next((field.options for field in reader.form.fields if field.id == name), ())


def title(path: str, outline: Catalog, *, ordered: bool = True) -> str:
    """A section as the form calls it, and whether it is a maintainer's choice."""
    name = next((name for name, one in section_options(outline).items() if one == path), "")
    section = name or outline.titles.get(path, path)
    return sentences.ORDERED_SECTION.format(section=section) if ordered else section


def answered(rows: Rows, told: Rows) -> Rows:
    """`rows` with these answers in the place of those to the same questions, else after them."""
    new = dict(told)
    kept = tuple((label, new.pop(label, value)) for label, value in rows)
    return (*kept, *new.items())
