"""All that a rule may look at, gathered before any rule runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from bot.catalog.arrange import LIST_FILE
from bot.catalog.model import Catalog, Mistake, Record
from bot.catalog.show import is_pattern
from bot.errors import CurateError

if TYPE_CHECKING:
    from bot.web.model import Fact

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-kept page as it stands: its path and its Markdown. Links within it lead to what it holds."""

    file: str
    text: str


@dataclass(frozen=True)
class Checkout:
    """The files of the git checkout that the list stands in, as paths from its top; `folder` is the list's own, with
    a slash at its end unless it is the top. `new` are files that are not committed, or not on the main branch.
    """

    files: frozenset[str]
    folder: str = ""
    new: frozenset[str] = frozenset()

    @cached_property
    def paths(self) -> frozenset[str]:
        """The files and the folders they are in."""
        folders = {
            "/".join(parts[:n]) for file in self.files for parts in [file.split("/")] for n in range(1, len(parts))
        }
        return self.files | folders | {"."}


class Waived(NamedTuple):
    """The waivers, as (slug, code), that silenced a finding, and those of a finding that no waiver silences."""

    used: set[tuple[str, str]]
    refused: set[tuple[str, str]]


@dataclass(frozen=True)
class LintContext:
    """All a rule may look at, gathered before any rule runs.

    `subjects` are the records being judged (all of them, or one submission); `today` is the day up to which a date
    counts as past, given by the edge; `stale` names generated files that differ from what the catalog makes, each
    with the command that renews it or the error that keeps it from being made; `pages` are hand-kept pages that the
    subjects were read from; `new` is whether the one subject asks to be let in; `coming` are the slugs of records that
    the catalog holds and the list does not yet; `facts` is what is remembered of where links lead, by `web_address`:
    empty where nobody has looked; `unprinted` are the paths of the sections whose entries the page's template leaves
    out; `template` is that template, `printed` the page as the catalog makes it; `checkout` is None where there is no
    git.
    """

    catalog: Catalog
    subjects: tuple[Record, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    today: date = date.max
    stale: Mapping[str, str | CurateError] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    new: bool = False
    coming: frozenset[str] = frozenset()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    unprinted: frozenset[str] = frozenset()
    template: Page | None = None
    printed: Page | None = None
    checkout: Checkout | None = None
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def is_new(self, record: Record) -> bool:
        """Whether it is still coming, or git says that the file is new in a list that is not: of two copies it is the
        later one.
        """
        if record.slug in self.coming:
            return True
        if self.checkout is None:
            return False
        folder, new = self.checkout.folder, self.checkout.new
        return f"{folder}{record.file}" in new and f"{folder}{LIST_FILE}" not in new

    def stood_so(self, record: Record) -> bool:
        """Whether its text was taken over from a page: it has no day, in a section written as that page was, and git
        knows it.
        """
        return record.added is None and record.section in self._patterned and not self.is_new(record)

    @cached_property
    def _patterned(self) -> frozenset[str]:
        return frozenset(section.path for section in self.catalog.sections if is_pattern(section.entry.show))

    def once(self, name: str, make: Callable[[LintContext], T]) -> T:
        """`make(self)`, worked out by the first rule that asks and shared with the others under that name."""
        if name not in self.memo:
            self.memo[name] = make(self)
        return cast("T", self.memo[name])
