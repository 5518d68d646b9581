"""`curate regen`: the catalog changed → README.md and the schema follow."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from bot.catalog.arrange import SCHEMA_FILE
from bot.catalog.load import cards_alone
from bot.catalog.model import Catalog
from bot.edge.cache import kept_text, version
from bot.errors import CurateError, HandEdited
from bot.files.access import as_text, bytes_if_there, flat, inside, text_if_there, write_if_changed
from bot.readme.generate.page import edited_by_hand, page_bytes
from bot.readme.generate.template import TEMPLATE
from bot.render.book import Book, Fresh
from bot.render.frame import prepare
from bot.text.diff import unified

README = "README.md"
GENERATED = (README, SCHEMA_FILE)


@dataclass(frozen=True)
class Regenerated:
    """What so many records make, and what stands on the disk where that is something else, in UTF-8.

    Bytes, because a page of ten thousand records takes longer to decode than to make.
    """

    count: int
    files: Mapping[str, bytes]
    stale: Mapping[str, bytes]

    @property
    def edited(self) -> bool:
        """Whether the page was edited by hand since it was made."""
        old = self.stale.get(README, b"")
        return bool(old) and edited_by_hand(flat(old))

    def diff(self) -> str:
        return "".join(unified(path, as_text(old, path), self.files[path].decode()) for path, old in self.stale.items())


def generated(catalog: Catalog, template: str) -> Mapping[str, str]:
    """Path → text of every file that is made from the catalog."""
    return generated_from(Fresh(catalog), template)


def generated_from(book: Book, template: str) -> Mapping[str, str]:
    """As `generated`, from whatever a book has kept."""
    return {README: page_bytes(book, template).decode(), SCHEMA_FILE: _schema()}


def _generated_again(root: Path, book: Book, template: str) -> Mapping[str, bytes]:
    """As `generated`, with what the last run left in the user's cache."""
    made_by = version()
    page = page_bytes(book, template, lambda key, make: kept_text(root, "frame", made_by + key, make))
    return {README: page, SCHEMA_FILE: kept_text(root, "schema", made_by, _schema).encode()}


@cache
def _schema() -> str:
    from bot.catalog.schema import schema_text  # noqa: PLC0415 - only when the model has changed

    return schema_text()


def ahead(root: Path) -> None:
    """What a run without a cache will need besides the records: time for it while others read them."""
    _schema()
    with suppress(CurateError):  # told when the page is made
        prepare(_template(root))


def look(root: Path, book: Book | None = None) -> Regenerated:
    """Compute everything, write nothing. Raises UnreadableCatalog, BadTemplate or another CurateError.

    Where no book is given, the catalog below `root` is loaded.
    """
    if book is None:
        shelf = cards_alone(root, partial(ahead, root))
        made = look(root, shelf)
        shelf.save()
        return made
    files = _generated_again(root, book, _template(root))
    old = {path: bytes_if_there(inside(root, path)) for path in files}
    return Regenerated(len(book.cards), files, {path: old[path] for path in files if flat(old[path]) != files[path]})


def _template(root: Path) -> str:
    if (template := text_if_there(inside(root, TEMPLATE))).strip():
        return template
    raise CurateError("缺少页面模板，或者模板是空的", str(root / TEMPLATE), "请恢复这个文件，或用 curate import 生成")


def write(root: Path, made: Regenerated, *, force: bool) -> list[str]:
    """Write what differs, atomically file by file; returns the paths. Raises HandEdited unless `force`."""
    if made.edited and not force:
        old = made.stale[README]
        raise HandEdited(
            "README.md 在生成之后被人直接改过，重新生成会丢掉这些改动",
            str(root / README),
            "请用 curate absorb 把改动收进目录，或加 --force 放弃改动",
            unified(README, as_text(old, str(root / README)), made.files[README].decode()),
        )
    return [path for path in made.stale if write_if_changed(inside(root, path), made.files[path])]
