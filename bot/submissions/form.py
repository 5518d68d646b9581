"""An issue form (`.github/ISSUE_TEMPLATE/*.yml`) as data: the schema by which an issue's body is read.

GitHub's syntax: docs.github.com, “Syntax for GitHub's form schema”.
GitHub allows no keys of our own: former labels stand in a comment inside the element, `# 曾用标签：甲、乙`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal

import yaml

from bot.errors import CurateError
from bot.submissions.plain_yaml import base_loader, read_yaml

FieldType = Literal["input", "textarea", "dropdown", "checkboxes"]
_FORMER = re.compile(r"^\s*#\s*曾用标签\s*[:：]\s*(.+?)\s*$")


@dataclass(frozen=True, slots=True)
class FormField:
    """One question. `former`: earlier labels; `ticks`: options that must be ticked; `given`: the id as written;
    `about`: why it is asked.
    """

    id: str
    type: FieldType
    label: str
    former: tuple[str, ...] = ()
    required: bool = False
    multiple: bool = False
    render: bool = False
    options: tuple[str, ...] = ()
    ticks: frozenset[str] = frozenset()
    given: str = ""
    about: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """`name` is what people choose it by; `labels` are what GitHub puts on the issue."""

    file: str
    name: str
    labels: tuple[str, ...]
    fields: tuple[FormField, ...]


def plain(text: str) -> str:
    """`text` as labels and options are compared: composed, white space runs as one space, trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def read_form(text: str, file: str = "") -> Form:
    """Raises CurateError when `text` is not YAML or has no `body` list."""
    try:
        data = read_yaml(text, file)
        node: Any = yaml.compose(text, base_loader())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}:{mark.line + 1}" if mark else file
        raise CurateError("表单文件不是合法的 YAML", where, "请对照 GitHub 的表单语法改正这一行") from error
    body = data.get("body") if isinstance(data, dict) else None
    if not isinstance(body, list):
        raise CurateError("表单文件没有 body 列表", file, "请确认这是 .github/ISSUE_TEMPLATE 下的表单文件")
    starts = next(value for key, value in node.value if key.value == "body").value
    lines = [item.start_mark.line for item in starts]
    former = _former_labels(text, lines)
    fields = [
        _field(element, former[index], lines[index] + 1)
        for index, element in enumerate(body)
        if isinstance(element, dict) and element.get("type") != "markdown"
    ]
    labels = data.get("labels") or ()
    names = labels.split(",") if isinstance(labels, str) else labels
    return Form(file, str(data.get("name", "")), tuple(plain(name) for name in names), tuple(_distinct(fields)))


def _former_labels(text: str, starts: list[int]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [() for _ in starts]
    for number, line in enumerate(text.splitlines()):
        if match := _FORMER.match(line):
            index = sum(start <= number for start in starts) - 1
            if index >= 0:
                found[index] += tuple(plain(label) for label in re.split("[、,，]", match[1]))
    return found


def _field(element: dict[str, Any], former: tuple[str, ...], line: int) -> FormField:
    attributes = element.get("attributes") or {}
    checks = element.get("validations") or {}
    label = plain(str(attributes.get("label", "")))
    options, ticks = _options(attributes.get("options") or [])
    kind = str(element.get("type"))
    known: FieldType = kind if kind in ("input", "textarea", "dropdown", "checkboxes") else "textarea"  # type: ignore[assignment]
    return FormField(
        id=str(element.get("id") or slug_of(label)),
        type=known,
        label=label,
        former=former,
        required=checks.get("required") == "true",
        multiple=attributes.get("multiple") == "true",
        render=bool(attributes.get("render")),
        options=options,
        ticks=ticks,
        given=str(element.get("id") or ""),
        about=plain(str(attributes.get("description", ""))),
        line=line,
    )


def _options(given: list[Any]) -> tuple[tuple[str, ...], frozenset[str]]:
    names = [plain(str(option.get("label", "") if isinstance(option, dict) else option)) for option in given]
    must = {
        name
        for name, option in zip(names, given, strict=True)
        if isinstance(option, dict) and option.get("required") == "true"
    }
    return tuple(name for name in names if name), frozenset(must)


def slug_of(label: str) -> str:
    """The id of a question that was given none: its label's letters and digits, joined by underscores."""
    return re.sub(r"[\W_]+", "_", label.lower()).strip("_") or "field"


def _distinct(fields: list[FormField]) -> list[FormField]:
    seen: dict[str, int] = {}
    result = []
    for field in fields:
        seen[field.id] = count = seen.get(field.id, 0) + 1
        result.append(field if count == 1 else replace(field, id=f"{field.id}_{count}"))
    return result
