"""YAML text → a tree of plain values that know where they stand, or one Mistake that says why not.

Built on PyYAML's event stream (libyaml where it is compiled in): anchors, aliases and tags are refused when they
are met, so nothing can be expanded and no object can be made. Depth is limited, recursion is not used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bot.model import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH = 40
BOM = "\ufeff"


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
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return Mistake("encoding", file, line, column, "文件不是 UTF-8 编码", "请用编辑器另存为 UTF-8（不带 BOM）")
    if not text.strip():
        return Mistake("empty", file, 1, 1, "文件是空的", "请补上内容，或删除这个文件")
    try:
        return _parse(text, file)
    except Refused as refused:
        return refused.mistake


def _parse(text: str, file: str) -> Mapping:
    import yaml  # noqa: PLC0415 - only a file that is not in the cache needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _grow(yaml.parse(text, Loader=loader), file)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message, fix = _explain(str(error.problem or error.context), text, line)
        raise Refused(Mistake("syntax", file, line, column, message, fix)) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - (text.rfind("\n", 0, error.position) + 1) + 1
        raise Refused(
            Mistake("syntax", file, line, column, "含有 YAML 不允许的控制字符", "请删除这个看不见的字符")
        ) from error


def _explain(problem: str, text: str, line: int) -> tuple[str, str]:
    """Libyaml's complaint in Chinese; messages as in libyaml's scanner.c and parser.c."""
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in problem:
        return "缩进用了制表符（Tab）", "YAML 只能用空格缩进，请把 Tab 换成空格"
    known = {
        "mapping values are not allowed": ("此处不该出现“: ”", "值里含有冒号加空格时，请给整个值加英文双引号"),
        "could not find expected ':'": ("这一行缺少“: ”", "每个字段写作“字段: 值”，多行文字用“|”并整体缩进"),
        "did not find expected key": ("缩进或结构有误，这里应当是一个字段", "请与上一字段左对齐"),
        "found unexpected end of stream": ("引号或括号没有闭合", "请补上缺少的引号或括号"),
        "did not find expected ',' or ']'": ("方括号列表没有写完", "请补上“]”，或改写成每行一个“- ”"),
        "did not find expected ',' or '}'": ("花括号没有写完", "请补上“}”，或改写成每行一个字段"),
        "did not find expected '-' indicator": ("列表结构有误", "列表每项以“- ”开头并左对齐"),
        "cannot start any token": ("此处的字符不能作为值的开头", "请给整个值加英文双引号"),
        "unknown escape character": ("双引号里有 YAML 不认识的反斜杠写法", "请改用单引号，或把反斜杠写两次"),
    }
    for part, answer in known.items():
        if part in problem:
            return answer
    return f"YAML 语法有误（{problem}）", "请对照相邻的记录检查缩进、引号与冒号"


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
    if not isinstance(top, Mapping):
        at = (top.line, top.column) if top else (1, 1)
        raise Refused(Mistake("empty", file, *at, "文件顶层不是“字段: 值”", "请从“name: 项目名”开始写"))
    return top


def _refuse_power(event: Any, name: str, file: str, line: int, column: int) -> None:
    what = ""
    if name == "AliasEvent" or event.anchor:
        what = "锚点与引用（& 和 *）"
    elif event.tag and event.tag != "!":
        what = f"类型标签（{event.tag[:60]}）"
    if what:
        raise Refused(
            Mistake(
                "syntax", file, line, column, f"用了{what}，记录里不允许", "请直接写出值；文字以 & * ! 开头时加引号"
            )
        )


def _node(event: Any, name: str, line: int, column: int) -> Node:
    if name == "ScalarEvent":
        return Scalar(event.value, line, column, event.style is None)
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
