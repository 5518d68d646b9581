"""YAML text → a tree of plain values that know where they stand, or one Mistake that says why not.

Built on PyYAML's event stream (libyaml where it is compiled in): anchors, aliases and tags are refused when they
are met, so nothing can be expanded and no object can be made. Depth is limited, recursion is not used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.catalog.model import Mistake
from bot.text import zh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_DEPTH = 40
BOM = "\ufeff"
# YAML 1.1 ends a line at these, YAML 1.2 and editors do not: the same file would be read in two ways.
_STRANGE_BREAK = re.compile("[\x85\u2028\u2029]|\\r(?!\\n)")
_FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class Scalar(NamedTuple):
    """Lines and columns are 1-based. `plain` tells 2023 from "2023"."""

    value: str
    line: int
    column: int
    plain: bool


class Mapping(NamedTuple):
    pairs: list[tuple[Scalar, Node]]
    line: int
    column: int


class Sequence(NamedTuple):
    items: list[Node]
    line: int
    column: int


Node = Scalar | Mapping | Sequence


class Refused(Exception):
    def __init__(self, mistake: Mistake) -> None:
        super().__init__()
        self.mistake = mistake


def read_tree(data: bytes, file: str) -> Mapping | Mistake:
    """Parse the bytes of one YAML file whose top must be a mapping."""
    try:
        text = data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        place = _place(data[: error.start].decode("utf-8"))
        return Mistake("encoding", file, *place, "文件不是 UTF-8 编码", "请用编辑器另存为 UTF-8（不带 BOM）")
    if not text.strip():
        return Mistake("empty", file, 1, 1, "文件是空的", "请补上内容，或删除这个文件")
    if strange := _STRANGE_BREAK.search(text):
        code = f"U+{ord(strange[0]):04X}"
        return Mistake(
            "syntax", file, *_place(text[: strange.start()]), f"含有少见的换行符 {code}", "请换成普通换行或空格"
        )
    try:
        return _parse(text, file)
    except Refused as refused:
        return refused.mistake


def _parse(text: str, file: str) -> Mapping:
    import yaml  # noqa: PLC0415 - only a file that is not in the cache needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    met: list[Any] = [None]
    try:
        return _grow(_remembered(yaml.parse(text, Loader=loader), met), file)
    except yaml.MarkedYAMLError as error:
        from bot.catalog.yaml_errors import slip  # noqa: PLC0415 - only for a mistake

        raise Refused(Mistake("syntax", file, *slip(error, text, met[-1]))) from error
    except ValueError as error:  # of PyYAML without libyaml
        at = _place(text[: found.start()] if (found := re.search(r"\\U(?!000|0010)", text)) else "")
        from bot.catalog.yaml_messages import explain  # noqa: PLC0415 - likewise

        raise Refused(Mistake("syntax", file, *at, *explain("invalid Unicode character escape"))) from error
    except yaml.reader.ReaderError as error:
        bad = re.search(_FORBIDDEN, text)
        line, column = _place(text[: bad.start()] if bad else "")
        code = f" U+{ord(bad[0]):04X}" if bad else ""
        raise Refused(
            Mistake("syntax", file, line, column, f"含有 YAML 不允许的控制字符{code}", "请删除这个看不见的字符")
        ) from error


def _remembered(events: Iterable[Any], met: list[Any]) -> Iterator[Any]:
    """The events as they are; `met` has the last of them."""
    for event in events:
        met[-1] = event
        yield event


def _place(before: str) -> tuple[int, int]:
    """Line and column of what comes after `before`, 1-based."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _grow(events: Iterable[Any], file: str) -> Mapping:
    """Build the tree with a stack of open containers."""
    top: Node | None = None
    stack: list[Mapping | Sequence] = []
    keys: list[Scalar | None] = []  # the pending key of each open mapping
    documents = 0
    for event in events:
        name = type(event).__name__
        if name in {"SequenceEndEvent", "MappingEndEvent"}:
            stack.pop()
            keys.pop()
            continue
        if name in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}:
            continue
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if name == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise Refused(
                    Mistake("syntax", file, line, column, "一个文件里有不止一份 YAML 文档", "请删除“---”分隔线")
                )
            continue
        _refuse_power(event, name, file, line, column)
        node = _node(event, name, line, column)
        top = top or node
        if stack:
            _hang(node, stack[-1], keys, file)
        if not isinstance(node, Scalar):
            if len(stack) >= MAX_DEPTH:
                raise Refused(Mistake("syntax", file, line, column, "嵌套太深", "记录最多四层，请检查缩进"))
            stack.append(node)
            keys.append(None)
    return _top(top, file)


def _top(top: Node | None, file: str) -> Mapping:
    if isinstance(top, Mapping):
        return top
    from bot.catalog.yaml_errors import wide  # noqa: PLC0415 - only for a mistake

    if isinstance(top, Scalar) and (found := wide(" " * (top.column - 1) + top.value, top.line)):
        raise Refused(Mistake("syntax", file, *found))
    at = (top.line, top.column) if top else (1, 1)
    raise Refused(Mistake("empty", file, *at, "文件顶层不是“字段: 值”", "请从“name: 项目名”开始写"))


def _refuse_power(event: Any, name: str, file: str, line: int, column: int) -> None:
    what = ""
    if name == "AliasEvent" or event.anchor:
        what = "锚点与引用（& 和 *）"
    elif event.tag and event.tag != "!":
        what = f"类型标签（{zh.visible(event.tag[:60])}）"
    if what:
        raise Refused(
            Mistake(
                "syntax", file, line, column, f"用了{what}，记录里不允许", "请直接写出值；文字以 & * ! 开头时加引号"
            )
        )


def _node(event: Any, name: str, line: int, column: int) -> Node:
    if name == "ScalarEvent":
        return Scalar(event.value, line, column, not event.style)
    return Mapping([], line, column) if name == "MappingStartEvent" else Sequence([], line, column)


def _hang(node: Node, parent: Mapping | Sequence, keys: list[Scalar | None], file: str) -> None:
    if isinstance(parent, Sequence):
        parent.items.append(node)
        return
    key = keys[-1]
    if key is not None:
        parent.pairs.append((key, node))
        keys[-1] = None
    elif isinstance(node, Scalar):
        keys[-1] = node
    else:
        raise Refused(Mistake("syntax", file, node.line, node.column, "字段名不是文字", "字段名写在冒号前面，不加括号"))
