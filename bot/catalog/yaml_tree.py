"""YAML text → PyYAML's nodes, which know where they stand, or one Mistake that says why not.

Every scalar stays the text that was written. Anchors, aliases and tags are refused, so nothing can be expanded and no
object can be made; depth is limited.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.catalog.model import Mistake
from bot.text import zh

MAX_DEPTH = 40
BOM = "\ufeff"
# YAML 1.1 ends a line at these, YAML 1.2 and editors do not: the same file would be read in two ways.
_STRANGE = "\r\x85\u2028\u2029"
_STRANGE_BREAK = re.compile("[\x85\u2028\u2029]|\\r(?!\\n)")
FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_ANCHOR = re.compile(r"(?:!\s+)?&")
_REFERENCES = "锚点与引用（& 和 *）"


class Refused(Exception):
    """Line and column are 1-based."""

    def __init__(self, what: str, fix: str, where: tuple[int, int], kind: str = "syntax") -> None:
        super().__init__()
        self.what, self.fix, self.where, self.kind = what, fix, where, kind

    def mistake(self, file: str) -> Mistake:
        return Mistake(self.kind, file, *self.where, self.what, self.fix)


def place(node: Node) -> tuple[int, int]:
    """Line and column, 1-based."""
    return _position(node.start_mark)


def _position(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def read_tree(data: bytes, file: str) -> MappingNode | Mistake:
    """Parse the bytes of one YAML file whose top must be a mapping."""
    try:
        text = data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        line, column = after(data[: error.start].decode("utf-8"))
        return Mistake("encoding", file, line, column, "文件不是 UTF-8 编码", "请用编辑器另存为 UTF-8（不带 BOM）")
    if not text.strip():
        return Mistake("empty", file, 1, 1, "文件是空的", "请补上内容，或删除这个文件")
    if any(mark in text for mark in _STRANGE) and (strange := _STRANGE_BREAK.search(text)):
        code, at = f"U+{ord(strange[0]):04X}", after(text[: strange.start()])
        return Mistake("syntax", file, *at, f"含有少见的换行符 {code}", "请换成普通换行或空格")
    try:
        tree = _compose(text)
        if "&" in text or "!" in text:
            _refuse_power(tree, text)
        return _top(tree)
    except Refused as refused:
        return refused.mistake(file)
    except (yaml.YAMLError, ValueError) as error:
        from bot.catalog.yaml_errors import explained  # noqa: PLC0415 - only for a mistake

        return Mistake("syntax", file, *explained(error, text))


@cache
def _loader(base: Any) -> Any:
    class Loader(base):  # type: ignore[misc]
        """Depth is counted on the way; what a plain scalar may mean (a number, a date) is nobody's business here."""

        depth = 0

        def descend_resolver(self, current_node: Node | None, current_index: object) -> None:
            del current_index
            self.depth += 1
            if self.depth > MAX_DEPTH + 1:
                raise Refused("嵌套太深", "记录最多四层，请检查缩进", place(current_node) if current_node else (1, 1))

        def ascend_resolver(self) -> None:
            self.depth -= 1

        def resolve(self, kind: object, value: object, implicit: object) -> str:
            del kind, value, implicit
            return ""

    return Loader


def _compose(text: str) -> Node | None:
    try:
        return yaml.compose(text, Loader=_loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)))
    except yaml.composer.ComposerError as error:
        if "document" in (error.context or ""):
            raise Refused(
                "一个文件里有不止一份 YAML 文档", "请删除“---”分隔线", _position(error.problem_mark)
            ) from error
        raise _power(_REFERENCES, _position(error.context_mark or error.problem_mark)) from error


def after(before: str) -> tuple[int, int]:
    """Line and column of what comes after `before`, 1-based."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _top(top: Node | None) -> MappingNode:
    if isinstance(top, MappingNode):
        return top
    from bot.catalog.yaml_errors import wide  # noqa: PLC0415 - only for a mistake

    line, column = place(top) if top else (1, 1)
    if isinstance(top, ScalarNode) and (slip := wide(" " * (column - 1) + top.value, line)):
        raise Refused(slip.message, slip.fix, (slip.line, slip.column))
    raise Refused("文件顶层不是“字段: 值”", "请从“name: 项目名”开始写", (line, column), "empty")


def _refuse_power(tree: Node | None, text: str) -> None:
    """A node begins where its anchor or its tag does."""
    waiting = [tree] if tree else []
    while waiting:
        node = waiting.pop()
        if _ANCHOR.match(text, node.start_mark.index):
            raise _power(_REFERENCES, place(node))
        if node.tag and node.tag != "!":
            raise _power(f"类型标签（{zh.visible(node.tag[:60])}）", place(node))
        if isinstance(node, SequenceNode):
            waiting += reversed(node.value)
        elif isinstance(node, MappingNode):
            waiting += [inner for pair in reversed(node.value) for inner in reversed(pair)]


def _power(what: str, where: tuple[int, int]) -> Refused:
    return Refused(f"用了{what}，记录里不允许", "请直接写出值；文字以 & * ! 开头时加引号", where)
