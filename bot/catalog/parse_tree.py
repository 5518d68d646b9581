"""The bytes of one of a catalog's files → a record or the list file, by way of a tree, and every mistake in it."""

from __future__ import annotations

from dataclasses import replace

from bot.catalog.arrange import LIST_FILE
from bot.catalog.fields import reader
from bot.catalog.model import ListFile, Mistake, Record
from bot.catalog.value_syntax import SLUG
from bot.catalog.values import Log
from bot.catalog.yaml_tree import read_tree
from bot.sources.yaml_plain import read_plain
from bot.text import zh

_BEGIN = "请从“title: 列表标题”开始写，再用“sections:”列出小节"


def read_list(data: bytes, file: str = LIST_FILE) -> tuple[ListFile | None, list[Mistake]]:
    """The list file; None when it cannot be used at all."""
    tree = read_plain(data) or read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [replace(tree, fix=_BEGIN) if tree.kind == "empty" else tree]
    log = Log(file, [])
    return reader(ListFile)(tree, log, {}), log.mistakes


def record_by_tree(data: bytes, file: str, section: str, slug: str) -> tuple[Record | None, list[Mistake]]:
    """As `record_file.read_record`, for any file whatsoever."""
    tree = read_plain(data) or read_tree(data, file)
    if isinstance(tree, Mistake):
        return None, [tree]
    log = Log(file, [])
    if not SLUG.fullmatch(slug):
        what = f"文件名{zh.quote(file.rpartition('/')[2])}不合规"
        log.add("file-name", tree, what, "文件名只用小写字母、数字和连字符，如 chatglm2-6b.yml")
    record = reader(Record)(tree, log, {"slug": slug, "section": section, "file": file})
    if record and not (record.description.strip() or record.body) and not {"description", "body"} & set(record.lines):
        log.add("missing", tree, "缺少必填字段“description”", "请补上“description: |”和一段中文介绍", "description")
    return record, log.mistakes
