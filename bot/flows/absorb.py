"""`curate absorb`: README.md was edited by hand → the catalog follows, and makes just that page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.catalog.arrange import LIST_FILE, assemble
from bot.catalog.load import load_sound
from bot.catalog.model import Catalog, Record
from bot.catalog.write import list_text, record_path, record_text
from bot.errors import CurateError
from bot.files.access import as_text
from bot.files.below import is_there, read, text, text_as_it_stands
from bot.files.git_history import versions
from bot.files.together import change_all
from bot.markdown.page import mark_of, page_lines
from bot.readme.absorb.apply import take
from bot.readme.absorb.diff import hunks, merged
from bot.readme.generate.completed import completed
from bot.readme.generate.page import README, edited_by_hand, generated
from bot.readme.generate.template import TEMPLATE
from bot.text import zh
from bot.text.diff import unified
from bot.text.line_ends import with_ends_of
from bot.urls.normalise import canonical_url


@dataclass(frozen=True)
class Absorbed:
    """What the edit changes: path → (old text, new text), empty for a file that is not there (any more).

    `page` are the generated files with their texts; `following` lines of it are computed, and follow the edit.
    `seen` is what each of these files held when it was looked at. `twins` are records that the edit gave the first
    link of another one, each with that one.
    """

    files: Mapping[str, tuple[str, str]]
    page: Mapping[str, str]
    following: int = 0
    seen: Mapping[str, bytes | None] = field(default_factory=dict)
    twins: tuple[tuple[Record, Record], ...] = ()

    def diff(self) -> str:
        return "".join(unified(path, old, new) for path, (old, new) in self.files.items())


def look(root: Path) -> Absorbed:
    """Compute everything, write nothing. Raises CurateError with the lines that could not be taken over."""
    catalog, template = load_sound(root), text(root, TEMPLATE)
    now, edited = generated(catalog, template)[README], text(root, README)
    if edited == now:
        return Absorbed({}, {})
    wanted = _wanted(root, now, edited)
    template = completed(template, catalog)
    taken = take(catalog, template, wanted)
    if taken.left:
        raise CurateError(
            f"第 {_lines(taken.left)} 行的改动无法写回 catalog/，什么都没有写",
            str(root / README),
            f"请把这几行改回去，或照邻近条目的写法改好后重试；也可以直接修改 {zh.join(taken.files) or 'catalog/'}",
        )
    _, mistakes = assemble(taken.catalog.list, taken.catalog.records)
    if mistakes:
        raise CurateError(f"改动会使条目库出错：{mistakes[0].message}", mistakes[0].file, mistakes[0].fix)
    old, new = _files(catalog, template), _files(taken.catalog, taken.template)
    paths = [path for path in (*old, *new) if old.get(path) != new.get(path)]
    page = generated(taken.catalog, taken.template)
    following = sum(hunk.end - hunk.start for hunk in hunks(_body(page[README]), wanted))
    seen = {path: read(root, path) if is_there(root, path) else None for path in (*paths, *page)}
    changed = {path: (as_text(seen[path] or b"", path), new.get(path, "")) for path in paths}
    return Absorbed(changed, page, following, seen, tuple(_twins(catalog, taken.catalog)))


def write(root: Path, made: Absorbed) -> None:
    """All of it or nothing; the page and its template with the line ends that the template has.

    Raises CurateError where a file was changed since it was looked at.
    """
    texts = {path: new or None for path, (_, new) in made.files.items()} | dict(made.page)
    like = text_as_it_stands(root, TEMPLATE)
    for path in (README, TEMPLATE):
        if text_now := texts.get(path):
            texts[path] = with_ends_of(text_now, like)
    wanted = {path: None if new is None else new.encode() for path, new in texts.items()}
    change_all(root, {path: (made.seen[path], new) for path, new in wanted.items() if made.seen[path] != new})


def _twins(before: Catalog, after: Catalog) -> Iterator[tuple[Record, Record]]:
    by_url: dict[str, list[Record]] = {}
    for record in after.records:
        for link in record.links[:1]:
            by_url.setdefault(canonical_url(link.url), []).append(record)
    known = {record.slug: {link.url for link in record.links} for record in before.records}
    for record in after.records:
        for link in record.links[:1]:
            others = [other for other in by_url[canonical_url(link.url)] if other is not record]
            if others and link.url not in known.get(record.slug, ()):
                yield record, others[0]


def _wanted(root: Path, now: str, edited: str) -> tuple[str, ...]:
    """The lines the page shall have: those edited, and what the catalog changed since the edit began."""
    lines = _body(edited)
    if (mark := mark_of(edited)) and mark == mark_of(now):
        return lines
    base = next((page for page in versions(root, README) if _is_base(page, mark)), "")
    if not base:
        raise CurateError(
            "条目库在这份 README.md 生成之后改过，又找不到当时的页面，分不清哪些是手工改动",
            str(root / README),
            "请先把页面提交到 git，或撤回 catalog/ 的改动，再运行 curate absorb",
        )
    wanted, clashes = merged(_body(base), lines, _body(now))
    if clashes:
        raise CurateError(
            f"第 {_lines(tuple((hunk.new_start + 1, max(hunk.new_end, hunk.new_start + 1)) for hunk in clashes))}"
            " 行手工改过，对应的条目在 catalog/ 里也改过，什么都没有写",
            str(root / README),
            "请看 catalog/ 里的新内容，把这几行改成想要的样子，或改回去",
        )
    return tuple(wanted)


def _is_base(text: str, mark: str) -> bool:
    """Whether an earlier page is as it was generated, and the one that the edit started from."""
    return not edited_by_hand(text) and (not mark or mark_of(text) == mark)


def _body(text: str) -> tuple[str, ...]:
    return page_lines(text)[:-1]


def _files(catalog: Catalog, template: str) -> dict[str, str]:
    records = {record_path(record): record_text(record) for record in catalog.records}
    return {LIST_FILE: list_text(catalog.list), TEMPLATE: template, **records}


def _lines(places: tuple[tuple[int, int], ...]) -> str:
    return "、".join(str(first) if first == last else f"{first}-{last}" for first, last in places)
