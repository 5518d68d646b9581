"""What a list is made of: frozen data, no behaviour beyond indexes.

The dataclasses `Record`, `Link`, `Relation`, `ListFile` and `SectionEntry` *are* the file format: the loader
(`parse.py`), the writer (`write.py`) and the JSON Schema (`schema.py`) are all driven by their fields, in the order
given here. A field's metadata holds its meaning in Chinese (`doc`) and, where it
is not written to YAML, `derived=True`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, Literal

RelationType = Literal["part-of", "under", "successor-of", "based-on", "trained-on"]
PLACING: tuple[RelationType, ...] = ("part-of", "under")  # what is shown below another record
Use = Literal["free", "register", "research", "unknown"]
Status = Literal["active", "withdrawn"]

# What values look like, for all who read, write or describe them.
LARGEST = 999_999_999
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
INTEGER = re.compile(r"-?[0-9]{1,9}")
SIZE = re.compile(r"(?:[1-9][0-9]?x)?(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?[MBT]")  # 7B, 1.5B, 8x7B
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")  # BCP 47: zh, zh-Hant, pt-BR
NO_KINDS = "list.yml 没有 kinds 时"
NULLS = {"", "~", "null", "Null", "NULL"}


def is_url(value: str) -> bool:
    """Whether it is a whole address of the web, with no blank in it."""
    return bool(WEB.match(value)) and value.split() == [value]


def _meta(doc: str, **more: Any) -> dict[str, Any]:
    return {"doc": doc, **more}


DERIVED = _meta("", derived=True)


def stored_fields(cls: type[Any]) -> tuple[Field[Any], ...]:
    """The fields that stand in a file, in their order."""
    return tuple(one for one in fields(cls) if not one.metadata.get("derived"))


def is_required(stored: Field[Any]) -> bool:
    """Without a default, or marked so: the loader and the JSON Schema agree through this."""
    return bool(stored.metadata.get("required")) or (stored.default is MISSING and stored.default_factory is MISSING)


@dataclass(frozen=True, slots=True)
class Link:
    """One address of a record. `line` is where its URL stands in its file, 1-based; 0 when it came from nowhere.

    `written` is what stands in a hand-kept page where GitHub does not make just this link of it: Markdown that is
    broken (`[Name] (https://…)`), or a bare URL with the words that GitHub takes for part of it. Empty otherwise.
    """

    url: str = field(metadata=_meta("完整网址，以 https:// 或 http:// 开头", form="url"))
    type: str = field(default="homepage", metadata=_meta("这个网址是什么页面", form="line", known="link_types"))
    label: str = field(default="", metadata=_meta("读者看到的链接文字；不写则按页面类型给出"))
    line: int = field(default=0, compare=False, metadata=DERIVED)
    written: str = field(default="", compare=False, metadata=DERIVED)


def waiver(code: str) -> str:
    """What the line of a waiver is kept under in `Record.lines`."""
    return f"allow {code}"


@dataclass(frozen=True, slots=True)
class Relation:
    """How this record stands to another one of the same catalog. `line` and `column` are where it names that one."""

    type: RelationType = field(
        metadata=_meta(
            "part-of 隶属于，under 只是排在其下，successor-of 前代是，based-on 基于，trained-on 用作训练数据"
        )
    )
    record: str = field(metadata=_meta("另一条记录的 slug", form="slug", pointed=True))
    line: int = field(default=0, compare=False, metadata=DERIVED)
    column: int = field(default=0, compare=False, metadata=DERIVED)


@dataclass(frozen=True, slots=True)
class License:
    """Under which terms each part of a project is published: an SPDX name, or words where there is none."""

    code: str = field(default="", metadata=_meta("代码的许可，如 Apache-2.0", form="line"))
    weights: str = field(default="", metadata=_meta("模型权重的许可", form="line"))
    data: str = field(default="", metadata=_meta("数据的许可", form="line"))


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the list. `section` is a path of section ids (`corpora/rlhf`); `lines` maps a key to its line."""

    slug: str = field(metadata=DERIVED)
    section: str = field(metadata=DERIVED)
    name: str = field(metadata=_meta("项目名称，按项目自己的写法", form="line"))
    kind: str = field(
        default="", metadata=_meta("条目类别，见 list.yml 的 kinds", form="line", known="kinds", unless=NO_KINDS)
    )
    aliases: tuple[str, ...] = field(default=(), metadata=_meta("读者可能搜索的其他名称", form="line"))
    includes: tuple[str, ...] = field(default=(), metadata=_meta("包含的成员、版本或子集，不是别名", form="line"))
    search_names: tuple[str, ...] = field(
        default=(), metadata=_meta("旧标题、误写等只用来查找的名称，不显示", form="line")
    )
    organisations: tuple[str, ...] = field(default=(), metadata=_meta("开发或发布机构", form="line"))
    order: int | None = field(
        default=None, metadata=_meta("在小节内的位置，小者在前；不写则排在有 order 的条目之后，按收录日期与 slug 排序")
    )
    added: date | None = field(default=None, metadata=_meta("收录日期，如 2023-08-14"))
    updated: date | None = field(default=None, metadata=_meta("最近一次更新的日期"))
    status: Status = field(default="active", metadata=_meta("active 正常，withdrawn 已撤下"))
    reason: str = field(default="", metadata=_meta("撤下的原因", form="line"))
    released: date | None = field(default=None, metadata=_meta("项目自己的发布日期"))
    sizes: tuple[str, ...] = field(default=(), metadata=_meta("参数规模，如 7B、1.5B、15M", form="size"))
    base: tuple[str, ...] = field(
        default=(), metadata=_meta("底座：列表里的写 slug，没有收录的写名称；从头训练的写“自研”", form="line")
    )
    languages: tuple[str, ...] = field(
        default=(), metadata=_meta("语言代码，如 zh、en；说不全的多种语言写 mul", form="language")
    )
    context: int | None = field(default=None, metadata=_meta("上下文长度（token），各版本不同时写最长的"))
    data: str = field(default="", metadata=_meta("训练数据是什么、有多少；数据集写条数", form="line"))
    license: License = field(default=License(), metadata=_meta("许可：code、weights、data 分开写，SPDX 名称或短语"))
    use: Use | None = field(
        default=None, metadata=_meta("能否商用：free 可以，register 登记后可以，research 仅限研究，unknown 未注明")
    )
    hardware: str = field(default="", metadata=_meta("运行或训练所需的硬件", form="line"))
    links: tuple[Link, ...] = field(default=(), metadata=_meta("相关网址"))
    relations: tuple[Relation, ...] = field(default=(), metadata=_meta("与其他条目的关系"))
    description: str = field(default="", metadata=_meta("中文介绍，Markdown", unless="有 body 时"))
    body: str = field(default="", metadata=_meta("导入时逐字保留的 Markdown 原文；有它时页面照原样输出"))
    extra: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_meta(
            "小节的样式另外要的内容，按名称，如表格的一列；after 是条目末尾的文字，show 是这一条自己的样式",
            form="extra",
        ),
    )
    allow: Mapping[str, str] = field(default_factory=dict, metadata=_meta("忽略的规则及理由，如 dup001: 理由"))
    file: str = field(default="", compare=False, metadata=DERIVED)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, metadata=DERIVED)

    def line(self, key: str = "name") -> int:
        """Where `key` stands in `file`, 1-based; the record's first line when the key is not there."""
        return self.lines.get(key) or self.lines.get("name") or 1

    @property
    def names(self) -> tuple[str, ...]:
        """All that a reader may call the record, or something in it, by."""
        return (self.name, *self.aliases, *self.includes, *self.search_names)

    @property
    def whole(self) -> str:
        """The slug of the record that this one is shown below, or an empty string."""
        return next((found for relation in PLACING if (found := self.target(relation))), "")

    def target(self, relation: RelationType) -> str:
        """The slug this record is `relation` to, or an empty string."""
        return next((r.record for r in self.relations if r.type == relation), "")


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One section as `catalog/list.yml` gives it."""

    id: str = field(metadata=_meta("小节的文件夹名", form="slug"))
    title: str = field(metadata=_meta("标题，照此显示", form="line"))
    show: str = field(
        default="headings",
        metadata=_meta(
            "条目的显示方式：headings 每条一个标题，list 列表，cards 标题下列出各项事实，folded 逐条折叠；"
            "或写出一行的样子，如 - [{name}]({url}) - {description}"
        ),
    )
    introduction: str = field(default="", metadata=_meta("导语，Markdown"))
    sections: tuple[SectionEntry, ...] = field(default=(), metadata=_meta("下级小节，按显示顺序"))
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, metadata=DERIVED)

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of the value of `key` in the list file, 1-based; of the id where the key is not there."""
        return self.places.get(key) or self.places.get("id") or (1, 1)


Asked = Literal["required"]


@dataclass(frozen=True, slots=True)
class Intake:
    """What the list asks of a project that is new to it; nothing where a field is left out."""

    older_than: int | None = field(default=None, metadata=_meta("项目至少建立了多少天"))
    stars: int | None = field(default=None, metadata=_meta("仓库至少有多少星"))
    pushed_within: int | None = field(default=None, metadata=_meta("最近多少天内有提交"))
    license: Asked | None = field(default=None, metadata=_meta("required：要有许可证"))
    disclose: Asked | None = field(default=None, metadata=_meta("required：表单会问是不是自己的项目"))


@dataclass(frozen=True, slots=True)
class ListFile:
    """`catalog/list.yml`: what the list is called and which sections it has, in order."""

    title: str = field(metadata=_meta("列表标题", form="line"))
    repository: str = field(default="", metadata=_meta("列表仓库的网址", form="url"))
    language: str = field(default="", metadata=_meta("列表的语言，如 zh、en；投稿表单用它", form="language"))
    license: str = field(default="", metadata=_meta("条目文字的许可，如 CC BY 4.0；投稿人要同意", form="line"))
    introduction: str = field(default="", metadata=_meta("列表导语，Markdown"))
    submission_limit: int = field(default=5, metadata=_meta("同一个人最多可以同时开着几份投稿"))
    intake: Intake = field(default=Intake(), metadata=_meta("收录条件；不写就没有"))
    kinds: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_meta("条目的类别：代码和读者看到的词，如 book: 书；可以没有", form="kinds"),
    )
    link_types: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_meta("链接的类型，写法同 kinds；常见的已经有了", form="link_types"),
    )
    form: Mapping[str, str] = field(
        default_factory=dict, metadata=_meta("投稿表单里的词：条目叫什么，各项举什么例子", form="form")
    )
    sections: tuple[SectionEntry, ...] = field(default=(), metadata=_meta("小节，按显示顺序", required=True))


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its place in the tree: `path` is `parent/child`, `level` 1 for a top section."""

    path: str
    entry: SectionEntry
    level: int


@dataclass(frozen=True)
class Catalog:
    """The whole list. `records` stand in display order: by section, then by `Record.order` and so on."""

    list: ListFile
    records: tuple[Record, ...] = ()

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section in document order, parents before children."""
        return tuple(_walk(self.list.sections, "", 1))

    @cached_property
    def by_slug(self) -> Mapping[str, Record]:
        return {record.slug: record for record in self.records}

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Record, ...]]:
        groups: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            groups[record.section].append(record)
        return {path: tuple(group) for path, group in groups.items()}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Section path → its title."""
        return {section.path: section.entry.title for section in self.sections}


def _walk(entries: tuple[SectionEntry, ...], parent: str, level: int) -> list[Section]:
    found = []
    for entry in entries:
        path = f"{parent}/{entry.id}" if parent else entry.id
        found += [Section(path, entry, level), *_walk(entry.sections, path, level + 1)]
    return found


def retells(whole: Record, part: Record) -> bool:
    """Whether the text of `whole` holds all there is to show of `part`: its description to the letter, its links."""
    said, text = part.description.strip(), prose(whole)
    if part.body or not said or said not in text or said == whole.description.strip():
        return False
    return all(leads(text, link.url) for link in part.links)


def prose(record: Record) -> str:
    """What the record tells in words of its own: its body, or else its description and `extra`."""
    return record.body or "\n".join((record.description, *record.extra.values()))


def leads(body: str, url: str) -> bool:
    """Whether the address stands in the text, Markdown's escapes and HTML's ampersands aside."""
    return url in body or url in body.replace("\\", "").replace("&amp;", "&")


def display_order(record: Record) -> tuple[bool, int, date, str]:
    """Sort key inside a section: those a person placed first, then by date added, then by slug."""
    return (record.order is None, record.order or 0, record.added or date.max, record.slug)


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a file that keeps it from being read as meant. `line` and `column` are 1-based.

    `field` is the field it is about, where one is missing or empty.
    """

    kind: str
    file: str
    line: int
    column: int
    message: str
    fix: str
    field: str = ""
