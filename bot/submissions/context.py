"""All there is to know when an issue comes in: the catalog, the forms, the page's template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.catalog.model import Catalog
from bot.submissions.form import Form


@dataclass(frozen=True)
class SubmissionContext:
    """`forms` by their file's name without ending; `template` is README.template.md.

    `generated` are the generated files as they now stand (path → text), so that a commit holds only those that change.
    """

    catalog: Catalog
    forms: Mapping[str, Form]
    template: str = ""
    generated: Mapping[str, str] = field(default_factory=dict)
