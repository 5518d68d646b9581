"""`curate regen`: the catalog changed → README.md and the schema follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.edge.cache import kept_text, version
from bot.edge.catalog import SCHEMA_FILE, load_sound
from bot.edge.files import inside, text_if_there, write_if_changed
from bot.edge.record_cache import RecordCache
from bot.errors import CurateError, HandEdited
from bot.record import Catalog
from bot.render.diff import unified
from bot.render.piece import Remember, made_now
from bot.render.readme import edited_by_hand, readme
from bot.render.template import TEMPLATE

README = "README.md"


@dataclass(frozen=True)
class Regenerated:
    """What the catalog makes, and of it what differs from the disk: path → (old text, new text)."""

    catalog: Catalog
    texts: Mapping[str, str]
    stale: Mapping[str, tuple[str, str]]

    def diff(self) -> str:
        return "".join(unified(path, old, new) for path, (old, new) in self.stale.items())


def generated(catalog: Catalog, template: str) -> Mapping[str, str]:
    """Path → text of every file that is made from the catalog."""
    return {README: readme(catalog, template), SCHEMA_FILE: _schema()}


def _generated_again(root: Path, catalog: Catalog, template: str, remember: Remember) -> Mapping[str, str]:
    """As `generated`, with what the last run left in the user's cache."""
    made_by = version()
    page = readme(catalog, template, lambda key, make: kept_text(root, "frame", made_by + key, make), remember)
    return {README: page, SCHEMA_FILE: kept_text(root, "schema", made_by, _schema)}


def _schema() -> str:
    from bot.render.schema import schema_text  # noqa: PLC0415 - only when the model has changed

    return schema_text()


def look(root: Path, catalog: Catalog | None = None, cache: RecordCache | None = None) -> Regenerated:
    """Compute everything, write nothing. Raises UnreadableCatalog, BadTemplate or another CurateError.

    `catalog` was loaded with `cache`, if with any. Where none is given, it is loaded here.
    """
    if catalog is None:
        cache = RecordCache(root)
        made = look(root, load_sound(root, cache), cache)
        cache.save()
        return made
    template = text_if_there(inside(root, TEMPLATE))
    if not template:
        raise CurateError(
            "缺少页面模板，或者模板是空的", str(root / TEMPLATE), "请恢复这个文件，或用 curate import 生成"
        )
    texts = _generated_again(root, catalog, template, cache.piece if cache else made_now)
    old = {path: text_if_there(inside(root, path)) for path in texts}
    return Regenerated(catalog, texts, {p: (old[p], text) for p, text in texts.items() if old[p] != text})


def write(root: Path, made: Regenerated, *, force: bool) -> list[str]:
    """Write what differs, atomically file by file; returns the paths. Raises HandEdited unless `force`."""
    old, new = made.stale.get(README, ("", ""))
    if old and not force and edited_by_hand(old):
        raise HandEdited(
            "README.md 在生成之后被人直接改过，重新生成会丢掉这些改动",
            str(root / README),
            "请用 curate absorb 把改动收进目录，或加 --force 放弃改动",
            unified(README, old, new),
        )
    return [path for path in made.stale if write_if_changed(inside(root, path), made.texts[path])]
