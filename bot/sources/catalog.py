"""Records → a Catalog, and every mistake that no single file can tell.

A catalog is `catalog/list.yml` and `catalog/<section path>/<slug>.yml`, one record a file. Paths here are relative
to the folder that holds `catalog/`, with forward slashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot import zh
from bot.record import Catalog, ListFile, Mistake, Record, display_order

LIST_FILE = "catalog/list.yml"
MAX_PARTS = 4  # parts of parts: a heading has six levels


def assemble(
    list_file: ListFile, records: Sequence[Record], others: Iterable[str] = ()
) -> tuple[Catalog, list[Mistake]]:
    """Put the records in display order and check what no single file can tell; `others` are stray paths."""
    places = {section.path: at for at, section in enumerate(Catalog(list_file).sections)}
    last = len(places)
    ordered = sorted(records, key=lambda r: (places.get(r.section, last), r.section, display_order(r)))
    catalog = Catalog(list_file, tuple(ordered))
    checks = (_sections(catalog, places), _slugs(catalog.records), _relations(catalog), map(stray, others))
    return catalog, [mistake for check in checks for mistake in check]


def stray(path: str) -> Mistake:
    """A file that is no record, or not where records are."""
    where = "记录须放在“catalog/<小节>/<slug>.yml”；无用则删除"
    if path.endswith(".yaml"):
        where = "请把扩展名改为 .yml"
    return Mistake("stray", path, 1, 1, "目录里不该有这个文件", where)


def not_a_file(path: str) -> Mistake:
    """Something the edge did not open."""
    return Mistake("stray", path, 1, 1, "这是符号链接或特殊文件，不会读取", "请换成普通文件，或删除")


def _sections(catalog: Catalog, places: Mapping[str, int]) -> Iterable[Mistake]:
    for record in catalog.records:
        if record.section not in places:
            from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

            near = get_close_matches(record.section, places, 1)
            fix = f"是不是想放进“{near[0]}”" if near else f"请移到已有小节：{zh.join(places)}"
            yield Mistake("section", record.file, 1, 1, f"list.yml 里没有小节{zh.quote(record.section)}", fix)
    seen: set[str] = set()
    for section in catalog.sections:
        if section.path in seen:
            yield Mistake("section", LIST_FILE, section.entry.line, 1, f"小节“{section.path}”列了两次", "请删去一处")
        seen.add(section.path)


def _slugs(records: Iterable[Record]) -> Iterable[Mistake]:
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(record.slug.casefold(), record)
        if other is not record:
            what = f"slug{zh.quote(record.slug)}与 {other.file} 重复"
            yield Mistake("duplicate-slug", record.file, 1, 1, what, "请给其中一个文件改名")


def _relations(catalog: Catalog) -> Iterable[Mistake]:
    by_slug = catalog.by_slug
    for record in catalog.records:
        for relation in record.relations:
            if relation.record not in by_slug or relation.record == record.slug:
                yield _dangling(record, relation.record, relation.line, by_slug)
        if wrong := _climb(record, by_slug):
            yield Mistake("reference", record.file, record.line("relations"), 1, *wrong)


def _dangling(record: Record, wanted: str, line: int, known: Mapping[str, Record]) -> Mistake:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    if wanted == record.slug:
        return Mistake(
            "reference", record.file, line, 1, "relations 指向了自己", "请写另一条记录的文件名，或删去这一项"
        )
    # Against a hundred thousand slugs, comparing with each would take seconds.
    likely = [slug for slug in known if slug[:1] == wanted[:1] and abs(len(slug) - len(wanted)) < 4]
    near = [slug for slug in get_close_matches(wanted, likely, 2) if slug != record.slug]
    fix = f"是不是想写“{near[0]}”" if near else "请写目录里另一条记录的文件名（不含 .yml）"
    return Mistake("reference", record.file, line, 1, f"relations 指向的{zh.quote(wanted)}不存在", fix)


def _climb(record: Record, by_slug: Mapping[str, Record]) -> tuple[str, str] | None:
    """From a part to its whole and on: what is wrong when that comes round, or goes too deep for headings.

    A body is printed to the letter, without a heading of ours: an imported list may nest as deep as it likes.
    """
    wholes: set[str] = set()
    whole = by_slug.get(record.target("part-of"))
    while whole is not None and whole is not record and whole.slug not in wholes:
        wholes.add(whole.slug)
        whole = by_slug.get(whole.target("part-of"))
    if whole is record and wholes:
        return "part-of 关系绕成了一个圈", "请删去圈中的一条"
    if len(wholes) > MAX_PARTS and not record.body:
        return f"part-of 关系超过了 {MAX_PARTS} 层", "请直接隶属于最上面的条目"
    return None
