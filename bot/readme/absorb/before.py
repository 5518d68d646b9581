"""The list as the edit found it, looked at from its page: which text was whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalog.model import Catalog, Section
from bot.readme.absorb.changed_entries import Stretch, sections
from bot.readme.absorb.source_map import Line
from bot.readme.generate.contents import Page, anchored
from bot.readme.styles.parts import Targets


@dataclass(frozen=True)
class Before:
    """`texts` are what the page shows of each record, by slug; `stretches` where it shows each section, by path."""

    catalog: Catalog
    page: Page
    sections: Mapping[str, Section]
    targets: Targets
    texts: Mapping[str, str]
    stretches: Mapping[str, Stretch]


def seen(catalog: Catalog, template: str, lines: Sequence[Line]) -> Before:
    page = anchored(catalog, template)
    return Before(
        catalog,
        page,
        {section.path: section for section in catalog.sections},
        {(record.name, page.anchors.get(record.slug, "")): record.slug for record in catalog.records},
        _texts(lines),
        {stretch.name: stretch for stretch in sections(lines)},
    )


def _texts(lines: Sequence[Line]) -> Mapping[str, str]:
    shown: dict[str, list[str]] = {}
    for line in lines:
        if line.record:
            shown.setdefault(line.record, []).append(line.text)
    return {slug: "\n".join(texts) for slug, texts in shown.items()}
