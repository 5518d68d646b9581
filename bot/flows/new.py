"""`curate new`: the questions of the form, answered on a terminal or in a file → a record and the page with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.catalog.model import Record
from bot.errors import CurateError
from bot.files.together import write_all
from bot.flows import regen
from bot.submissions.context import SubmissionContext
from bot.submissions.find_entry import candidates
from bot.submissions.form import FormField
from bot.submissions.issue_body import Answer, Answers, Problem
from bot.submissions.model import Verdict
from bot.submissions.new_entry import FORM, new_entry
from bot.submissions.review import judge
from bot.submissions.write_forms import kind_options, section_options
from bot.text import zh
from bot.urls.normalise import link_key

ADDED = "added"  # may be answered in a file, beside the questions


def questions(context: SubmissionContext) -> list[FormField]:
    """What to ask, in the form's order; promises are for strangers."""
    asked = [field for field in context.forms[FORM].fields if field.type != "checkboxes"]
    sections = tuple(section_options(context.catalog))  # nobody else is there to decide
    about = "条目会放在这个栏目里。"
    return [replace(field, options=sections, about=about) if field.id == "section" else field for field in asked]


def is_address(text: str) -> bool:
    return bool(link_key(text).host)


def similar(context: SubmissionContext, name: str, url: str) -> list[Record]:
    """Entries that are or may be the same thing."""
    found = [*candidates(url, context.catalog), *candidates(name, context.catalog)]
    return list({record.slug: record for record in found}.values())


def answers_from(context: SubmissionContext, given: Mapping[str, Any], file: str = "") -> Answers:
    """Answers by id or label; texts, or lists for several. Raises CurateError for a question that is not asked."""
    asked = questions(context)
    given = {key: value for key, value in given.items() if key != ADDED}
    names = {name: field for field in asked for name in (field.id, field.label)}
    fields: dict[str, Answer] = {field.id: None for field in asked}
    for key, value in given.items():
        if key not in names:
            raise CurateError(
                f"没有{zh.quote(str(key))}这个问题", file, f"可写：{zh.join([*(field.id for field in asked), ADDED])}"
            )
        fields[names[key].id] = _answer(value, "\n" if names[key].type == "textarea" else "、")
    options = {**section_options(context.catalog), **kind_options(context.catalog)}
    chosen = {short: option for option, short in options.items()}
    problems = []
    for field in asked:
        text = fields[field.id]
        if field.type == "dropdown" and isinstance(text, str):
            fields[field.id] = text = chosen.get(text, text)
            if text not in field.options:
                problems.append(_unknown(field, text))
        if field.required and not text:
            problems.append(Problem(field.id, "required", f"“{field.label}”是必填项，还没有填"))
    return Answers(fields, tuple(problems), len(given))


def _answer(value: Any, between: str) -> str | None:
    text = between.join(str(one) for one in value) if isinstance(value, list) else str(value or "")
    return text.strip() or None


def _unknown(field: FormField, text: str) -> Problem:
    return Problem(field.id, "unknown-option", f"“{field.label}”里没有{zh.quote(text)}，可写：{zh.join(field.options)}")


def day_added(given: Mapping[str, Any], today: date, file: str = "") -> date:
    """The day of the record: what the answers say, or today. Raises CurateError for a day there is not."""
    text = str(given.get(ADDED) or "").strip()
    try:
        return date.fromisoformat(text) if text else today
    except ValueError as error:
        raise CurateError(f"“{ADDED}”的日期{zh.quote(text)}无效", file, "请写成年-月-日，如 2023-08-14") from error


def propose(context: SubmissionContext, answers: Answers, added: date, today: date) -> Verdict:
    """The record and what the rules say of it."""
    number = len(context.catalog.records) + 1  # told apart by it where the slug is taken
    return judge(new_entry(answers, context, issue=number, day=added), context, (), today)


def write(root: Path, verdict: Verdict) -> list[str]:
    """The paths written. Raises HandEdited, before anything is written, where the page was edited by hand."""
    regen.write(root, regen.look(root), force=False)
    return write_all(root, {path: text for path, text in verdict.files if text is not None})
