"""Links within the texts of a catalog: its descriptions and introductions, read as GitHub will read the page.

On a hand-kept page every link is a record's own; here those of `links` are, and what a text says beside them is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bot.lint.context import LintContext
from bot.lint.finding import Place
from bot.lint.text_fields import Text, description, has_own_file, of_list, reason
from bot.urls.diagnose import UrlProblem, relative_problem, url_problem
from bot.urls.shape import is_relative

if TYPE_CHECKING:
    from bot.markdown.found import Found

_MARKS = ("](", "http", "://", "www.")
_OPENED = re.compile(r"[(（)）]")


class TextLink(NamedTuple):
    """A link of a text; `name` is what to call it where its writer gave it no words."""

    text: Text
    found: Found
    name: str

    @property
    def place(self) -> Place:
        return self.text.place(self.found.line)

    @property
    def problem(self) -> UrlProblem | None:
        """The fault in its form. As on any page, a path, a heading of the page or a mailbox is none."""
        url = self.found.url
        if url.startswith(("#", "mailto:", "tel:")):
            return None
        return relative_problem(url) if is_relative(url) else url_problem(url)

    @property
    def spare(self) -> str:
        """The closing bracket right after it that nothing before it opened; empty where there is none."""
        value, end = self.text.value, self.found.end
        after = value[end : end + 1]
        if self.found.kind != "inline" or after not in {")", "）"}:
            return ""
        depth = 0
        for mark in _OPENED.findall(value, max(0, value.rfind("\n\n", 0, self.found.start)), self.found.start):
            depth = depth + 1 if mark in "(（" else max(0, depth - 1)
        return "" if depth else after


def text_links(ctx: LintContext) -> tuple[TextLink, ...]:
    return ctx.once("links in texts", lambda ctx: tuple(_links(ctx)))


def _links(ctx: LintContext) -> Iterator[TextLink]:
    for record in ctx.subjects:
        # A body is a page's own text, to be checked as a page.
        if not record.body and (_may_link(record.description) or record.reason) and has_own_file(record):
            yield from _of(description(record), record.name)
            # The page shows brackets of a reason as brackets.
            yield from (link for link in _of(reason(record), record.name) if link.found.kind == "bare")
    if all(map(has_own_file, ctx.subjects[:1])):
        for text in of_list(ctx.catalog.list):
            if text.field == "introduction":
                yield from _of(text, "名称")


def _of(text: Text, name: str) -> Iterator[TextLink]:
    if _may_link(text.value):
        from bot.markdown.links import links  # noqa: PLC0415 - few texts hold a link

        for found in links(text.value):
            yield TextLink(text, found, name)


def _may_link(text: str) -> bool:
    return any(mark in text for mark in _MARKS)
