"""Source text → every small change of it that a test should notice: one wrong condition, bound, entry or number."""

from __future__ import annotations

import ast
import re
import re._parser as parser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

Edit = tuple[ast.AST, str]
_SIGNS = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip
_PAIRS = (("<", "<="), (">", ">="), ("==", "!="), ("in", "not in"), ("is", "is not"))
_OTHER = dict(_PAIRS) | {right: left for left, right in _PAIRS}
_EMPTY = {
    "str": '""', "int": "0", "float": "0.0", "tuple": "()", "list": "[]", "dict": "{}", "set": "set()",
    "frozenset": "frozenset()", "Iterator": "iter(())",
}  # fmt: skip
_PARTS = {"startswith", "endswith", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip", "partition"}


@dataclass(frozen=True)
class Mutant:
    """`start` to `end` of the file's text gives way to `new`; `lines` are those of the statement it stands in."""

    file: str
    kind: str
    line: int
    lines: range
    start: int
    end: int
    new: str
    old: str
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{self.file}:{self.line}  {self.kind}: {_cut(old)}  →  {_cut(new)}"

    @property
    def room(self) -> str:
        parts = self.file.split("/")
        return parts[1] if len(parts) > 2 else "top"


def mutants(file: str, text: str) -> Iterator[Mutant]:
    """In the order of the text. `names` are those a statement at module level defines."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(row: int, column: int) -> int:
        return starts[row - 1] + len(lines[row - 1].encode()[:column].decode())

    def whole(node: ast.AST) -> slice:
        return slice(offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset))

    def source(node: ast.AST) -> str:
        return text[whole(node)]

    for statement, top in _statements(ast.parse(text).body, top=True):
        span = range(statement.lineno, max(_header(statement), statement.lineno) + 1)
        for kind, (node, new) in _edits(statement, source, top=top):
            where = whole(node)
            reach = range(node.lineno, node.end_lineno + 1) if kind == "return" else span
            if text[where] != new:
                names = _defined(statement) if top and kind != "return" else ()
                yield Mutant(file, kind, node.lineno, reach, where.start, where.stop, new, text[where], names)


def _cut(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def _statements(body: list[ast.stmt], *, top: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Every statement but docstrings, imports and what only type checkers read."""
    for statement in body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            continue
        if not isinstance(statement, ast.Import | ast.ImportFrom | ast.Pass):
            yield statement, top
        inner = top and not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef)
        for name in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(statement, name, []), top=inner)
        for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
            yield from _statements(part.body, top=inner)


def _header(statement: ast.stmt) -> int:
    """The last line of a statement, without the block it opens."""
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not body:
        return statement.end_lineno
    return max((node.end_lineno for node in _own(statement) if hasattr(node, "end_lineno")), default=statement.lineno)


def _own(statement: ast.stmt) -> Iterator[ast.AST]:
    """The expressions of a statement itself: no inner statements, annotations or decorators."""
    for name, value in ast.iter_fields(statement):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.arguments):
                for default in (*child.defaults, *filter(None, child.kw_defaults)):
                    yield from ast.walk(default)
            elif isinstance(child, ast.AST) and not isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
                yield from ast.walk(child)


def _defined(statement: ast.stmt) -> tuple[str, ...]:
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    names = [node.id for target in targets if target for node in ast.walk(target) if isinstance(node, ast.Name)]
    return (*names, *([statement.name] if isinstance(statement, ast.ClassDef) else ()))


def _edits(statement: ast.stmt, source: Callable[[ast.AST], str], *, top: bool) -> Iterator[tuple[str, Edit]]:
    own = list(_own(statement))
    indexes = {id(n) for s in own if isinstance(s, ast.Slice) for n in (s.lower, s.upper, s.step) if n}
    types = {id(s.slice) for s in own if isinstance(s, ast.Subscript)}
    literal = {id(n) for s in own if isinstance(s, ast.JoinedStr) for n in ast.walk(s)}
    for node in own:
        if id(node) in literal:
            continue
        yield from (("negate", edit) for edit in _negated(node, source))
        yield from _compared(node, source)
        yield from _joined(node, source)
        if isinstance(node, ast.Constant) and type(node.value) in {int, float} and id(node) not in indexes:
            yield from (("constant", (node, repr(node.value + by))) for by in (1, -1))
        if isinstance(node, ast.Slice):
            yield from (("slice", edit) for edit in _sliced(node, source))
        if isinstance(node, ast.Call):
            yield from _called(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and top:
            yield from (("regex", edit) for edit in _patterns(node) if _is_pattern(node.value))
        if id(node) not in types and (top or isinstance(node, ast.Compare)):
            yield from (("table", edit) for edit in _tables(node, source))
    if not top:
        yield from _steps(statement)
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from (("return", edit) for edit in _returns(statement))


def _negated(node: ast.AST, source: Callable[[ast.AST], str]) -> Iterator[Edit]:
    tests = [node.test] if isinstance(node, ast.IfExp) else getattr(node, "ifs", [])
    for test in tests:
        yield test, f"(not ({source(test)}))"


def _compared(node: ast.AST, source: Callable[[ast.AST], str]) -> Iterator[tuple[str, Edit]]:
    if not isinstance(node, ast.Compare):
        return
    first, *others = [f"({source(side)})" for side in (node.left, *node.comparators)]
    signs = [_SIGNS[type(operator)] for operator in node.ops]
    for index, sign in enumerate(signs):
        changed = [*signs[:index], _OTHER[sign], *signs[index + 1 :]]
        new = " ".join([first, *(f"{each} {side}" for each, side in zip(changed, others, strict=True))])
        yield "boundary" if sign[0] in "<>" else "equality", (node, f"({new})")


def _joined(node: ast.AST, source: Callable[[ast.AST], str]) -> Iterator[tuple[str, Edit]]:
    if not isinstance(node, ast.BoolOp):
        return
    parts = [f"({source(value)})" for value in node.values]
    this, that = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    yield "and/or", (node, f"({f' {that} '.join(parts)})")
    for index in range(len(parts)):
        yield "condition", (node, f"({f' {this} '.join(parts[:index] + parts[index + 1 :])})")


def _sliced(node: ast.Slice, source: Callable[[ast.AST], str]) -> Iterator[Edit]:
    low, high = (source(bound) if bound else "" for bound in (node.lower, node.upper))
    step = f":{source(node.step)}" if node.step else ""
    lows, highs = [f"{low} + 1" if low else "1"], [f"({high}) - 1" if high else "-1"]
    if low and low != "0":
        lows.append(f"({low}) - 1")
    if high and high != "-1":
        highs.append(f"({high}) + 1")
    yield from ((node, f"{new}:{high}{step}") for new in lows)
    yield from ((node, f"{low}:{new}{step}") for new in highs)


def _called(node: ast.Call) -> Iterator[tuple[str, Edit]]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        if name in _PARTS and first.value:
            yield "string", (first, repr(first.value[:-1] or "¤"))
        on_re = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "re"
        if (on_re and name != "escape") or name == "_compiled":
            yield from (("regex", edit) for edit in _patterns(first))


def _is_pattern(text: str) -> bool:
    """Whether a string that stands alone at the top of a module is a piece of a regular expression."""
    return bool(re.search(r"\\[sdwbuSWDB.|?]|\(\?|\]\*|\]\+|\)\?", text))


def _patterns(node: ast.Constant) -> Iterator[Edit]:
    """Without one of its alternatives, or one character of a set."""
    text = node.value
    for start, end in [*_alternatives(text), *_members(text)]:
        new = text[:start] + text[end:]
        try:
            parser.parse(new)
        except re.error:
            continue
        yield node, repr(new)


def _alternatives(text: str) -> Iterator[tuple[int, int]]:
    """Where each alternative stands, with one of the bars beside it."""
    groups: list[list[int]] = [[0]]
    at, in_set = 0, False
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
            at += text[at + 1 : at + 2] in {"]", "^"}
        elif char == "(":
            opened = re.compile(r"\((?:\?(?:P<\w+>|[a-z-]*:|<?[=!]|>))?").match(text, at)
            groups.append([opened.end() if opened else at + 1])
        elif char == "|":
            groups[-1].append(at + 1)
        elif char == ")" and len(groups) > 1:
            yield from _between(groups.pop(), at)
        at += 1
    yield from _between(groups.pop(), len(text))


def _between(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    if len(starts) > 1:
        yield from pairwise(starts)
        yield starts[-1] - 1, end


_SET = re.compile(r"(?<!\\)\[\^?((?:\\.|[^\]\\])+)\]")
_MEMBER = re.compile(r"(?:\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\x[0-9a-f]{2}|\\.|.)(?:-(?:\\[uUx]?[0-9a-f]*|.))?", re.DOTALL)


def _members(text: str) -> Iterator[tuple[int, int]]:
    for found in _SET.finditer(text):
        members = list(_MEMBER.finditer(text, found.start(1), found.end(1)))
        if len(members) > 1:
            yield from (member.span() for member in members)


def _tables(node: ast.AST, source: Callable[[ast.AST], str]) -> Iterator[Edit]:
    """Without one of its entries: a literal, or words in one string."""
    if isinstance(node, ast.Dict):
        pairs = [(f"{source(k)}: " if k else "**") + source(v) for k, v in zip(node.keys, node.values, strict=True)]
        yield from ((node, f"{{{', '.join(rest)}}}") for rest in map(partial(_without, pairs), range(len(pairs))))
    elif isinstance(node, ast.Set | ast.List | ast.Tuple) and len(node.elts) > 1:
        open_, close = {ast.Set: "{}", ast.List: "[]", ast.Tuple: "()"}[type(node)]
        parts = [source(each) for each in node.elts]
        for rest in map(partial(_without, parts), range(len(parts))):
            yield node, f"{open_}{', '.join(rest)}{',' if isinstance(node, ast.Tuple) else ''}{close}"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_pattern(node.value):
        words = node.value.split(" ")
        if len(words) > 3:
            yield from ((node, repr(" ".join(_without(words, at)))) for at in range(len(words)) if words[at])


def _without(parts: list[str], at: int) -> list[str]:
    return parts[:at] + parts[at + 1 :]


def _steps(statement: ast.stmt) -> Iterator[tuple[str, Edit]]:
    if isinstance(statement, ast.If | ast.While | ast.Assert):
        yield "negate", (statement.test, f"(not ({ast.unparse(statement.test)}))")
    if isinstance(statement, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue | ast.Break | ast.Delete):
        yield "drop", (statement, "pass")


def _returns(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Edit]:
    hint = ast.unparse(function.returns) if function.returns else "None"
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            if hint == "bool":
                yield from ((node, f"return {value}") for value in ("True", "False"))
            else:
                yield node, f"return {_EMPTY.get(hint.partition('[')[0], 'None')}"
