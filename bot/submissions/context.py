"""All there is to know when an issue comes in: the catalog, the forms, the page's template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from bot.catalog.model import Catalog
from bot.readme.generate.page import unprinted
from bot.submissions.evidence import NONE, Evidence
from bot.submissions.form import Form

T = TypeVar("T")


@dataclass(frozen=True)
class SubmissionContext:
    """`forms` by their file's name without ending; `template` is README.template.md.

    `evidence` is what the links of the submission at hand lead to.
    `generated` are the generated files as they now stand (path → text), so that a commit holds only those that change.
    """

    catalog: Catalog
    forms: Mapping[str, Form]
    template: str = ""
    generated: Mapping[str, str] = field(default_factory=dict)
    evidence: Evidence = NONE
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """`make()`, worked out for the first submission that asks and kept under that name for the others."""
        if name not in self.memo:
            self.memo[name] = make()
        return cast("T", self.memo[name])

    @cached_property
    def unprinted(self) -> frozenset[str]:
        """The sections that the page leaves out."""
        return unprinted(self.catalog, self.template) if self.template else frozenset()
