"""What the form of a link says against it: one judgement, so that one rule tells it and the others leave it."""

from __future__ import annotations

from bot.catalog.model import Link, Record
from bot.lint.text_fields import has_own_file
from bot.urls.diagnose import UrlProblem, relative_problem, url_problem
from bot.urls.shape import is_relative


def form_problem(record: Record, link: Link) -> UrlProblem | None:
    """The fault LNK001 tells of. On a hand-kept page a path of its own folder is no fault."""
    on_page = is_relative(link.url) and not has_own_file(record)
    return relative_problem(link.url) if on_page else url_problem(link.url)
