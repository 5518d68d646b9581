"""`curate import`: a hand-kept page → a catalog, its template, and the same page made from them."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.catalog.arrange import LIST_FILE, SCHEMA_FILE
from bot.catalog.limits import LARGEST_FILE
from bot.catalog.model import Catalog
from bot.catalog.schema import schema_text
from bot.catalog.write import list_text, record_path, record_text
from bot.errors import CurateError
from bot.files.below import is_same, is_there, text_if_there, texts
from bot.files.decode import decode
from bot.files.folder import is_empty
from bot.files.together import write_with_folder
from bot.flows.check_page import page_bytes
from bot.markdown.page import page_lines
from bot.markdown.unclosed_blocks import unclosed
from bot.readme.generate.page import README, edited_by_hand, readme
from bot.readme.generate.template import TEMPLATE
from bot.readme.importer.normalisation_report import evened
from bot.readme.importer.read import Imported, read_readme
from bot.readme.importer.restructure import fitted
from bot.text.line_ends import plain_ends, with_ends_of

CATALOG = "catalog"


@dataclass(frozen=True)
class Import:
    """What an import would write: path → text; `catalog` is the catalog as its files will hold it.

    `evened` says in Chinese what of the page is written otherwise than it stood.
    """

    read: Imported
    catalog: Catalog
    files: Mapping[str, str]
    evened: tuple[str, ...] = ()


def look(file: Path, into: Path | None) -> Import:
    """Compute everything, write nothing. Raises CurateError where `into` has something that would be lost."""
    data = page_bytes(file)  # once: a pipe gives it only once
    text = decode(data, str(file))
    read = read_readme(text, file.name)
    catalog = fitted(read.catalog, read.columns)
    template = with_ends_of(read.template, f"\ufeff{text}" if data.startswith(BOM_UTF8) else text)
    page = readme(catalog, template)
    _prove(page, text, file)
    files = {LIST_FILE: list_text(catalog.list), SCHEMA_FILE: schema_text(catalog.list)}
    files |= {record_path(record): record_text(record) for record in catalog.records}
    for path in files.keys() - {TEMPLATE, README}:
        _refuse_large(path, files[path], file)
    files |= {TEMPLATE: template, README: page}
    if into:
        _refuse_occupied(file, into, text, files)
    changed = tuple(evened(text, unclosed(page_lines(text))))
    return Import(read, catalog, files, changed)


def write(into: Path, made: Import) -> None:
    """Write what `look` computed: the catalog folder as a whole, then the template and the page."""
    inside = {path.removeprefix(f"{CATALOG}/"): text for path, text in made.files.items() if path.startswith(CATALOG)}
    write_with_folder(into, CATALOG, inside, {path: made.files[path] for path in (TEMPLATE, README)})


def _refuse_large(path: str, text: str, file: Path) -> None:
    if len(text) * 4 > LARGEST_FILE and len(text.encode()) > LARGEST_FILE:
        raise CurateError(f"读出的条目超过 1 MB（{path}），什么都没有写", str(file), "请把这一段拆成几个条目")


def _refuse_occupied(file: Path, into: Path, text: str, files: Mapping[str, str]) -> None:
    """What is there would be lost, unless it is what a killed run of the same import has written already."""
    page = text_if_there(into, README)
    begun = _is_begun(into, files, page)
    if not begun and not is_empty(into, CATALOG):
        raise CurateError("这里已经有条目库", str(into / CATALOG), "请用 --into 指定另一个文件夹，或用 --merge 并入")
    if not begun and is_there(into, TEMPLATE):
        raise CurateError("这里已经有页面模板", str(into / TEMPLATE), "请用 --into 指定另一个文件夹，或先移走它")
    if page and not is_same(into, README, file) and page.rstrip() != text.rstrip() and edited_by_hand(page):
        raise CurateError(
            "这里已有另一份 README.md，写入会覆盖它", str(into / README), "请用 --into 指定另一个文件夹，或先移走它"
        )


def _is_begun(into: Path, files: Mapping[str, str], page: str) -> bool:
    """Whether the catalog is written, the template perhaps, and the page not yet."""
    if is_empty(into, CATALOG) or page == plain_ends(files[README]):
        return False
    if is_there(into, TEMPLATE) and text_if_there(into, TEMPLATE) != plain_ends(files[TEMPLATE]):
        return False
    there = texts(into, CATALOG)
    return there == {path: text for path, text in files.items() if path.startswith(f"{CATALOG}/")}


def _prove(page: str, text: str, file: Path) -> None:
    """An import that would lose so much as a letter is a bug in it, and is stopped here."""
    made, given = plain(page), plain(text)
    if not made.startswith(given):
        at = next((n for n, (a, b) in enumerate(zip(made, given, strict=False)) if a != b), len(made))
        raise CurateError(
            "导入结果与原文不一致，什么都没有写", f"{file}:{given.count(chr(10), 0, at) + 1}", "这是程序的缺陷，请报告"
        )


def plain(text: str) -> str:
    """A page for comparing: one kind of line end, no byte order mark, nothing blank at its end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").rstrip(" \t\n")
