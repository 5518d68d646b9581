"""The bytes of a catalog's files → a Catalog and every mistake in them.

A catalog is `catalog/list.yml` and `catalog/<section path>/<slug>.yml`, one record a file. Paths here are relative
to the folder that holds `catalog/`, with forward slashes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.model import Catalog, ListFile, Mistake, Record, display_order
from bot.sources.fields import SLUG, Log, reader
from bot.sources.yaml_tree import read_tree

LIST_FILE = "catalog/list.yml"


def read_list(data: bytes, file: str = LIST_FILE) -> tuple[ListFile | None, list[Mistake]]:
    """The list file; None when it cannot be used at all."""
    tree = read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [tree]
    log = Log(file, [])
    return reader(ListFile)(tree, log, {}), log.mistakes


def read_record(data: bytes, file: str) -> tuple[Record | None, list[Mistake]]:
    """One record; its slug and section are taken from its path."""
    tree = read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [tree]
    section, _, name = file.removeprefix("catalog/").rpartition("/")
    slug = name.removesuffix(".yml")
    log = Log(file, [])
    if not SLUG.fullmatch(slug):
        log.add("file-name", tree, f"文件名“{name[:80]}”不合规", "文件名只用小写字母、数字和连字符，如 chatglm2-6b.yml")
    record = reader(Record)(tree, log, {"slug": slug, "section": section, "file": file})
    if record and not (record.description.strip() or record.body):
        log.add("missing", tree, "缺少必填字段“description”", "请补上“description: |”和一段中文介绍")
    return record, log.mistakes


def assemble(
    list_file: ListFile, records: Sequence[Record], others: Iterable[str] = ()
) -> tuple[Catalog, list[Mistake]]:
    """Put the records in display order and check what no single file can tell; `others` are stray paths."""
    places = {section.path: at for at, section in enumerate(Catalog(list_file).sections)}
    last = len(places)
    ordered = sorted(records, key=lambda r: (places.get(r.section, last), r.section, display_order(r)))
    catalog = Catalog(list_file, tuple(ordered))
    mistakes = [*_sections(catalog, places), *_slugs(catalog.records), *_relations(catalog)]
    for path in others:
        mistakes.append(
            Mistake("stray", path, 1, 1, "目录里不该有这个文件", "记录须放在“catalog/<小节>/<slug>.yml”；无用则删除")
        )
    return catalog, mistakes


def _sections(catalog: Catalog, places: Mapping[str, int]) -> Iterable[Mistake]:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    for record in catalog.records:
        if record.section not in places:
            near = get_close_matches(record.section, places, 1)
            fix = f"是不是想放进“{near[0]}”" if near else f"请移到已有小节：{'、'.join(places)}"
            yield Mistake("section", record.file, 1, 1, f"list.yml 里没有小节“{record.section}”", fix)
    twice = [path for path in places if sum(s.path == path for s in catalog.sections) > 1]
    for path in twice:
        yield Mistake("section", LIST_FILE, 1, 1, f"小节“{path}”列了两次", "请删去一处")


def _slugs(records: Iterable[Record]) -> Iterable[Mistake]:
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(record.slug.casefold(), record)
        if other is not record:
            yield Mistake(
                "duplicate-slug", record.file, 1, 1, f"slug“{record.slug}”与 {other.file} 重复", "请给其中一个文件改名"
            )


def _relations(catalog: Catalog) -> Iterable[Mistake]:
    by_slug = catalog.by_slug
    for record in catalog.records:
        for relation in record.relations:
            if relation.record not in by_slug or relation.record == record.slug:
                yield _dangling(record, relation.record, relation.line, by_slug)
        if _is_own_ancestor(record, by_slug):
            yield Mistake(
                "reference", record.file, record.line("relations"), 1, "part-of 关系绕成了一个圈", "请删去圈中的一条"
            )


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
    return Mistake("reference", record.file, line, 1, f"relations 指向的“{wanted[:60]}”不存在", fix)


def _is_own_ancestor(record: Record, by_slug: Mapping[str, Record]) -> bool:
    seen = {record.slug}
    whole = by_slug.get(record.target("part-of"))
    while whole and whole.slug not in seen:
        seen.add(whole.slug)
        whole = by_slug.get(whole.target("part-of"))
    return whole is not None and whole.slug == record.slug != record.target("part-of")


def group_mistakes(mistakes: Iterable[Mistake]) -> Mapping[str, list[Mistake]]:
    """Mistakes by file, in order of line."""
    groups: dict[str, list[Mistake]] = defaultdict(list)
    for mistake in sorted(mistakes, key=lambda m: (m.file, m.line, m.column)):
        groups[mistake.file].append(mistake)
    return groups
