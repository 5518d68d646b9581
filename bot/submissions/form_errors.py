"""What GitHub would reject or our parser stumble over in a form, and the form schema does not catch."""

from __future__ import annotations

from collections.abc import Iterator

from bot.catalog.model import Mistake
from bot.submissions.form import Form, FormField, read_form
from bot.submissions.plain_yaml import read_yaml
from bot.submissions.write_forms import NO_CHOICE


def form_mistakes(text: str, file: str) -> list[Mistake]:
    """Every mistake with its line. Raises CurateError when the file is no form at all."""
    form = read_form(text, file)
    return [
        *_of_the_form(form),
        *_defaults(text, form),
        *(option for field in form.fields for option in _options(field, file)),
    ]


def _of_the_form(form: Form) -> Iterator[Mistake]:
    seen: set[str] = set()
    named: dict[str, FormField] = {}
    textarea = None
    for field in form.fields:
        at = (form.file, field.line, 1)
        if not field.given:
            yield Mistake("form", *at, f"“{field.label}”没有 id", "请加上 id，机器人靠它认出这一项")
        elif field.given in seen:
            yield Mistake("form", *at, f"id“{field.given}”用了两次", "请给其中一项换一个 id")
        for label in (field.label, *field.former):
            if named.setdefault(label, field) is not field:
                yield Mistake("form", *at, f"标签“{label}”用了两次", "请改一个，否则读不出哪一项是哪一项")
        if textarea and field.type != "textarea":
            fix = "请把多行文本框都放到最后，免得里面的内容冒充后面的选项"
            yield Mistake("form", *at, f"“{field.label}”排在多行文本框之后", fix)
        seen.add(field.given)
        textarea = textarea or field.type == "textarea"


def _options(field: FormField, file: str) -> Iterator[Mistake]:
    at = (file, field.line, 1)
    if field.type in {"dropdown", "checkboxes"} and not field.options:
        yield Mistake("form", *at, f"“{field.label}”没有选项", "请至少写一个选项")
    if field.type == "dropdown" and any(option.lower() in NO_CHOICE for option in field.options):
        fix = "请换一个词：GitHub 用 None 表示没有选"
        yield Mistake("form", *at, f"“{field.label}”有一个选项叫 None", fix)
    for option in sorted({option for option in field.options if field.options.count(option) > 1}):
        yield Mistake("form", *at, f"“{field.label}”的选项“{option}”写了两次", "请删去一个")


def _defaults(text: str, form: Form) -> Iterator[Mistake]:
    """A dropdown's default is the index of an option."""
    elements = read_yaml(text, form.file)["body"]
    fields = iter(form.fields)
    for element in elements:
        if element.get("type") == "markdown":
            continue
        field = next(fields)
        default = (element.get("attributes") or {}).get("default")
        if default is not None and not (default.isdigit() and int(default) < len(field.options)):
            fix = f"请写 0 到 {len(field.options) - 1} 之间的整数"
            yield Mistake("form", form.file, field.line, 1, f"“{field.label}”的 default 超出了选项范围", fix)
