"""From an issue's answers to a submission and what the rules say of it. Pure: the desk holds all there is to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.model import Catalog
from bot.sources.form import Form


@dataclass(frozen=True)
class Desk:
    """What lies ready when a submission comes in.

    `forms` by their file's name without ending; `template` is README.template.md; `generated` are the generated
    files as they now stand (path → text), so that a commit holds only those that change.
    """

    catalog: Catalog
    forms: Mapping[str, Form]
    template: str = ""
    generated: Mapping[str, str] = field(default_factory=dict)
