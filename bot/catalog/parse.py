"""The bytes of one of a catalog's files → a record or the list file, and every mistake in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from yaml.nodes import MappingNode

from bot.catalog.arrange import LIST_FILE, section_and_slug
from bot.catalog.fields import reader
from bot.catalog.model import ListFile, Mistake, Record
from bot.catalog.value_syntax import SLUG
from bot.catalog.values import Log
from bot.catalog.yaml_tree import Refused, read_tree
from bot.text import zh

_BEGIN = "请从“title: 列表标题”开始写，再用“sections:”列出小节"
_FORMER = ("language",)  # nothing ever read it; a list that has it is none the worse


def read_list(data: bytes, file: str = LIST_FILE) -> tuple[ListFile | None, list[Mistake]]:
    """The list file; None when it cannot be used at all."""
    tree = read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [replace(tree, fix=_BEGIN) if tree.kind == "empty" else tree]
    tree.value = [pair for pair in tree.value if pair[0].value not in _FORMER]
    log = Log(file, [])
    return _read(ListFile, tree, log, {}), log.mistakes


def read_record(data: bytes, file: str) -> tuple[Record | None, list[Mistake]]:
    """One record; its slug and section are taken from its path."""
    tree = read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [tree]
    section, slug = section_and_slug(file)
    log = Log(file, [])
    if not SLUG.fullmatch(slug):
        what = f"文件名{zh.quote(file.rpartition('/')[2])}不合规"
        log.add("file-name", tree, what, "文件名只用小写字母、数字和连字符，如 chatglm2-6b.yml")
    record: Record | None = _read(Record, tree, log, {"slug": slug, "section": section, "file": file})
    if record and not (record.description.strip() or record.body) and not {"description", "body"} & set(record.lines):
        log.add("missing", tree, "缺少必填字段“description”", "请补上“description: |”和一段中文介绍", "description")
    return record, log.mistakes


def _read(cls: type, tree: MappingNode, log: Log, derived: Mapping[str, Any]) -> Any:
    try:
        return reader(cls)(tree, log, derived)
    except Refused as refused:
        log.mistakes[:] = [refused.mistake(log.file)]
        return None
