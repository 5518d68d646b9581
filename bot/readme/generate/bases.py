"""What a record is built on: linked where it is an entry too, in words where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.catalog.model import Record
from bot.markdown.escape import escape
from bot.readme.styles.facts import BASE, OWN
from bot.text.zh import join

if TYPE_CHECKING:
    from bot.readme.generate.contents import Page


def bases(page: Page, record: Record) -> str:
    """`底座 [LLaMA](#llama)、BLOOM`; of a model built from nothing, `自研`."""
    word = "" if record.base[0].startswith(OWN) else BASE
    return word + join(named(page, record))


def named(page: Page, record: Record) -> list[str]:
    by_slug = page.catalog.by_slug
    return [page.link(by_slug[base]) if base in by_slug else escape(base) for base in record.base]
