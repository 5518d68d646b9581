"""From an issue's answers to a submission and what the rules say of it. The desk holds all there is to know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.catalog.model import Catalog
from bot.edge.index import Index
from bot.render.book import Book
from bot.submissions.form import Form


@dataclass(frozen=True)
class Desk:
    """What lies ready when a submission comes in.

    `outline` is the list without its records: those are found in `index`, and `book` has all of them, which takes
    time and is asked only for what a page needs. `forms` by their file's name without ending; `template` is
    README.template.md; `generated` are the generated files as they now stand (path → text), so that a commit holds
    only those that change.
    """

    outline: Catalog
    index: Index
    book: Callable[[], Book]
    forms: Mapping[str, Form]
    template: str = ""
    generated: Mapping[str, str] = field(default_factory=dict)
