"""`curate regen`: the catalog changed → README.md and the schema follow."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.catalog.load import load_sound
from bot.catalog.model import Catalog
from bot.errors import CurateError, HandEdited
from bot.files.access import as_text, flat
from bot.files.below import read_if_there, text_as_it_stands
from bot.files.below import write as write_file
from bot.readme.generate.page import README, edited_by_hand, generated, unprinted
from bot.readme.generate.template import TEMPLATE


@dataclass(frozen=True)
class Regenerated:
    """What so many records make, and what stands on the disk where that is something else, in UTF-8."""

    count: int
    files: Mapping[str, bytes]
    stale: Mapping[str, bytes]

    @property
    def edited(self) -> bool:
        """Whether the page was edited by hand since it was made."""
        old = self.stale.get(README, b"")
        return bool(old) and edited_by_hand(flat(old))

    def diff(self) -> str:
        from bot.text.diff import unified  # noqa: PLC0415 - only for a page that differs

        return "".join(
            unified(path, as_text(old, path), as_text(self.files[path], path)) for path, old in self.stale.items()
        )


def look(root: Path, catalog: Catalog | None = None) -> Regenerated:
    """Compute everything, write nothing. Raises UnreadableCatalog, BadTemplate or another CurateError.

    Where no catalog is given, the one below `root` is loaded.
    """
    catalog = catalog or load_sound(root)
    files = {path: text.encode() for path, text in generated(catalog, _template(root)).items()}
    old = {path: read_if_there(root, path) for path in files}
    stale = {path: old[path] for path in files if flat(old[path]) != flat(files[path])}
    return Regenerated(len(catalog.records), files, stale)


def left_out_of_page(root: Path, catalog: Catalog) -> frozenset[str]:
    """The sections that the template never prints; none where there is no template, or one that does not work."""
    with suppress(CurateError):
        return unprinted(catalog, _template(root))
    return frozenset()


def _template(root: Path) -> str:
    if (template := text_as_it_stands(root, TEMPLATE)).strip("\ufeff \t\r\n"):
        return template
    raise CurateError("缺少页面模板，或者模板是空的", str(root / TEMPLATE), "请恢复这个文件，或用 curate import 生成")


def write(root: Path, made: Regenerated, *, force: bool) -> list[str]:
    """Write what differs, atomically file by file; returns the paths. Raises HandEdited unless `force`."""
    if made.edited and not force:
        from bot.text.diff import unified  # noqa: PLC0415 - likewise

        old = made.stale[README]
        raise HandEdited(
            "README.md 在生成之后被人直接改过，重新生成会丢掉这些改动",
            str(root / README),
            "请用 curate absorb 把改动写回 catalog/，或加 --force 放弃改动",
            unified(README, as_text(old, str(root / README)), as_text(made.files[README], README)),
        )
    return [path for path in made.stale if write_file(root, path, made.files[path])]
