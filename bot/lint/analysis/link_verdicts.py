"""What is known of where the links of the judged records lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bot.lint.analysis.links_in_texts import text_links
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Place, Severity, place
from bot.urls.web_address import web_address
from bot.web.model import Fact, Verdict
from bot.web.verdict import verdict

ARCHIVE = "https://web.archive.org/web/"


class JudgedLink(NamedTuple):
    """A link, `name` the record's (or what else to call it), and what is known of its address."""

    url: str
    name: str
    place: Place
    fact: Fact
    verdict: Verdict

    @property
    def target(self) -> str:
        """Where it has moved to, with the part of the page that the list points at."""
        target, fragment = self.verdict.moved_to, self.url.partition("#")[2]
        return f"{target}#{fragment}" if target and fragment and "#" not in target else target

    @property
    def since(self) -> date:
        """The day from which on nothing was there."""
        return self.verdict.first_bad or self.fact.looked

    def finding(self, sentence: str, severity: Severity | None = None, **evidence: str) -> Finding:
        """With the holes that all sentences about such links share."""
        shown = {"url": self.url, "looked": self.fact.looked.isoformat(), **evidence}
        return Finding(sentence, self.place, shown, {"name": self.name}, severity=severity)


def judged_links(ctx: LintContext) -> tuple[JudgedLink, ...]:
    """Those with a verdict worth a word; none where no facts are at hand."""
    return ctx.once("judged links", lambda ctx: tuple(_judged(ctx))) if ctx.facts else ()


def _judged(ctx: LintContext) -> Iterator[JudgedLink]:
    for url, name, there in _links(ctx):
        fact = ctx.facts.get(web_address(url))
        if fact and (found := verdict(fact)).speaks:
            yield JudgedLink(url, name, there, fact, found)


def _links(ctx: LintContext) -> Iterator[tuple[str, str, Place]]:
    for record in ctx.subjects:
        if record.status == "active":
            yield from ((link.url, record.name, place(record, "links", link.line)) for link in record.links)
    yield from ((link.found.url, link.name, link.place) for link in text_links(ctx))
