"""Records → a Catalog, and every mistake that no single file can tell.

A catalog is `catalog/list.yml` and `catalog/<section path>/<slug>.yml`, one record a file. Paths here are relative
to the folder that holds `catalog/`, with forward slashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.catalog.model import SLUG, Catalog, ListFile, Mistake, Record, Relation
from bot.catalog.placing import in_section
from bot.catalog.words import words_of
from bot.text import zh

LIST_FILE = "catalog/list.yml"
SCHEMA_FILE = "catalog/record.schema.json"
MAX_PARTS = 4  # parts of parts: a heading has six levels


def assemble(
    list_file: ListFile, records: Iterable[Record], others: Iterable[str] = (), unread: Iterable[str] = ()
) -> tuple[Catalog, list[Mistake]]:
    """Put the records in display order and check what no single file can tell.

    `others` are stray paths, `unread` those of records that could not be read: these have a slug and a section too.
    """
    catalog = in_order(list_file, records)
    there = [*catalog.records, *map(_nameless, unread)]
    checks = (_sections(catalog, there), _slugs(there), _relations(there), _words(catalog), map(stray, others))
    return _with_kinds(catalog), [mistake for check in checks for mistake in check]


def _with_kinds(catalog: Catalog) -> Catalog:
    """A list that names no kinds has those its records use, called as the records write them."""
    used = {record.kind: record.kind for record in catalog.records if record.kind}
    if catalog.list.kinds or not used:
        return catalog
    return replace(catalog, list=replace(catalog.list, kinds=dict(sorted(used.items()))))


def in_order(list_file: ListFile, records: Iterable[Record]) -> Catalog:
    """The records by section as list.yml has them; those in no section of it last."""
    known: dict[str, list[Record]] = {section.path: [] for section in Catalog(list_file).sections}
    unknown: dict[str, list[Record]] = {}
    for record in records:
        (known if record.section in known else unknown).setdefault(record.section, []).append(record)
    groups = [*known.values(), *(unknown[path] for path in sorted(unknown))]
    ordered = tuple(record for group in groups for record in in_section(group))
    return Catalog(list_file, ordered)


def revised(catalog: Catalog, records: Iterable[Record]) -> Catalog:
    """The catalog with these records in it, each in the place of one of that slug."""
    new = {record.slug: record for record in records}
    kept = [record for record in catalog.records if record.slug not in new]
    return in_order(catalog.list, [*kept, *new.values()])


def section_and_slug(file: str) -> tuple[str, str]:
    """What the path of a record's file says."""
    section, _, name = file.removeprefix("catalog/").rpartition("/")
    return section, name.removesuffix(".yml")


def _nameless(file: str) -> Record:
    """All that is known of a record from the path of its file."""
    section, slug = section_and_slug(file)
    return Record(slug, section, "", file=file)


def unread(mistakes: Iterable[Mistake], files: Iterable[str]) -> list[str]:
    """The records' files that have mistakes and are none of `files`, those of which a record could be made."""
    told = {mistake.file for mistake in mistakes if mistake.file.endswith(".yml") and mistake.file.count("/") > 1}
    return sorted(told.difference(files)) if told else []


def stray(path: str) -> Mistake:
    """A file that is no record, or not where records are."""
    where = "记录须放在“catalog/<小节>/<slug>.yml”；无用则删除"
    if path.endswith(".yaml"):
        where = "请把扩展名改为 .yml"
    return Mistake("stray", path, 1, 1, "条目库里不该有这个文件", where)


def not_a_file(path: str) -> Mistake:
    """A link, a pipe or a device."""
    return Mistake("stray", path, 1, 1, "这是符号链接或特殊文件，不会读取", "请换成普通文件，或删除")


def too_large(path: str) -> Mistake:
    return Mistake("stray", path, 1, 1, "文件超过 1 MB 的上限，不会读取", "请缩短介绍，或删去多余的内容")


def _sections(catalog: Catalog, records: Iterable[Record]) -> Iterator[Mistake]:
    places = dict.fromkeys(section.path for section in catalog.sections)
    for record in records:
        if record.section not in places:
            from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

            near = get_close_matches(record.section, places, 1)
            fix = f"请移到已有小节：{zh.join(places)}" if places else "请在 list.yml 的 sections 里写上它"
            fix = f"是不是想放进“{near[0]}”" if near else fix
            yield Mistake("section", record.file, 1, 1, f"list.yml 里没有小节{zh.quote(record.section)}", fix)
    seen: set[str] = set()
    for section in catalog.sections:
        if section.path in seen:
            yield Mistake(
                "section", LIST_FILE, *section.entry.place("id"), f"小节“{section.path}”列了两次", "请删去一处"
            )
        seen.add(section.path)


def _slugs(records: Iterable[Record]) -> Iterator[Mistake]:
    first: dict[str, Record] = {}
    for record in records:
        if (other := first.setdefault(record.slug.casefold(), record)) is not record:
            what = f"slug{zh.quote(record.slug)}与 {other.file} 重复"
            yield Mistake("duplicate-slug", record.file, 1, 1, what, "请给其中一个文件改名")


def _relations(records: Iterable[Record]) -> Iterator[Mistake]:
    by_slug = {record.slug: record for record in records}
    related = [record for record in records if record.relations]
    circles = _circles({record.slug: record for record in related})
    for record in related:
        for relation in record.relations:
            if relation.record not in by_slug or relation.record == record.slug:
                yield from _dangling(record, relation, by_slug)
        if record.slug in circles:
            line = record.line("relations")
            yield Mistake("reference", record.file, line, 1, "part-of 关系循环引用", "请删去其中一条")
        elif wrong := _climb(record, by_slug):
            yield Mistake("reference", record.file, record.line("relations"), 1, *wrong)


def _dangling(record: Record, relation: Relation, known: Mapping[str, Record]) -> Iterator[Mistake]:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    wanted, at = relation.record, (relation.line, relation.column)
    if not SLUG.fullmatch(wanted):  # whoever read it has told so
        return
    if wanted == record.slug:
        yield Mistake("reference", record.file, *at, "relations 指向了自己", "请写另一条记录的文件名，或删去这一项")
        return
    # Against a hundred thousand slugs, comparing with each would take seconds.
    likely = [slug for slug in known if slug[:1] == wanted[:1] and abs(len(slug) - len(wanted)) < 4]
    near = [slug for slug in get_close_matches(wanted, likely, 2) if slug != record.slug]
    fix = f"是不是想写“{near[0]}”" if near else "请写条目库里另一条记录的文件名（不含 .yml）"
    yield Mistake("reference", record.file, *at, f"relations 指向的{zh.quote(wanted)}不存在", fix)


def _climb(record: Record, by_slug: Mapping[str, Record]) -> tuple[str, str] | None:
    """From a part to its whole and on: what is wrong when that goes too deep for headings.

    A body is printed to the letter, and so is how far in an item stands, without a heading of ours: an imported list
    may nest as deep as it likes.
    """
    wholes = [record]
    while len(wholes) <= MAX_PARTS + 1 and (whole := by_slug.get(wholes[-1].whole)) and whole not in wholes:
        wholes.append(whole)
    if len(wholes) > MAX_PARTS + 1 and not (record.body or record.extra.get("before")):
        return f"part-of 关系超过了 {MAX_PARTS} 层", "请直接隶属于最上面的条目"
    return None


def _words(catalog: Catalog) -> Iterator[Mistake]:
    """Kinds of entries and of links that the list does not have."""
    words = words_of(catalog.list)
    for record in catalog.records:
        if words.kinds and record.kind not in words.kinds and (record.kind or "kind" not in record.lines):
            yield _kind(record, words.kinds)
        for link in record.links:
            if link.type not in words.links:
                yield _unknown(record, "type", link.type, link.line or 1, words.links)


def _kind(record: Record, kinds: Mapping[str, str]) -> Mistake:
    if not record.kind:
        fix = f"请补上“kind: …”（条目类别），可选：{zh.join(kinds)}"
        return Mistake("missing", record.file, record.line(), 1, "缺少必填字段“kind”", fix, "kind")
    return _unknown(record, "kind", record.kind, record.line("kind"), kinds)


def _unknown(record: Record, field: str, value: str, line: int, known: Mapping[str, str]) -> Mistake:
    from bot.catalog.values import nearest  # noqa: PLC0415 - only needed for a mistake

    near = {word: name for name, word in known.items()}.get(value) or nearest(value, known)
    choices = f"可选：{zh.join(known)}"
    fix = f"是不是想写“{near}”？{choices}" if near else choices
    return Mistake("choice", record.file, line, 1, f"“{field}”的值{zh.quote(value)}不在可选项里", fix)


def _circles(by_slug: Mapping[str, Record]) -> set[str]:
    """The slugs from which one comes round to the same record, from part to whole; not those part of themselves."""
    walks: dict[str, str] = {}  # slug → where the walk began that came there first
    found: set[str] = set()
    for start in by_slug:
        path, slug = [], start
        while slug in by_slug and slug not in walks:
            walks[slug] = start
            path.append(slug)
            slug = by_slug[slug].whole
        if walks.get(slug) == start and len(circle := path[path.index(slug) :]) > 1:
            found.update(circle)
    return found
