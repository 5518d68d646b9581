"""Which addresses are worth a look before an issue is decided on."""

from __future__ import annotations

from bot.github.snapshot import Snapshot
from bot.submissions.context import SubmissionContext
from bot.submissions.decide import too_many, understood
from bot.submissions.detect_form import recognise
from bot.submissions.proven_kin import worth_a_look
from bot.urls.web_address import web_address

MOST = 20


def links_to_look_at(context: SubmissionContext, now: Snapshot) -> tuple[str, ...]:
    """By `web_address`, each once. None for an issue that is closed, no submission, or has to wait."""
    found = recognise(now.issue, context.forms)
    if now.issue.author.bot or not (found and now.issue.open) or too_many(context, now):
        return ()
    urls = worth_a_look(understood(context, now, *found), context.catalog)
    return tuple({address: None for url in urls if (address := web_address(url))})[:MOST]
