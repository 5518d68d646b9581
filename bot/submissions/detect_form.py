"""Which form an issue was made with, if any."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from bot.github.snapshot import Issue
from bot.submissions.form import Form
from bot.submissions.issue_body import Answers, Problem, parse
from bot.submissions.model import FormName

LONGEST = 30_000  # characters of an issue's body; a submission needs a tenth of that

_COMMENTS = re.compile(r"<!--(?:(?!<!--|-->).)*-->", re.DOTALL)


def recognise(issue: Issue, forms: Mapping[str, Form]) -> tuple[FormName, Answers] | None:
    """The form whose labels the body holds most of, at least two; the issue's own labels break a tie.

    What is all in a comment nobody sees on GitHub, so nobody can have meant it.
    """
    if not _COMMENTS.sub("", issue.body[:LONGEST]).strip():
        return None
    best: tuple[float, bool, FormName, Answers] | None = None
    for name in get_args(FormName):
        if name not in forms:
            continue
        form = forms[name]
        answers = parse(issue.body[:LONGEST], form)
        share = answers.recognised / max(1, len(form.fields))
        labelled = bool(issue.labels & set(form.labels))
        if answers.recognised > 1 and (best is None or (share, labelled) > best[:2]):
            best = (share, labelled, name, answers)
    if best is None:
        return None
    return best[2], _bounded(best[3], len(issue.body))


def labelled(issue: Issue, forms: Mapping[str, Form]) -> bool:
    """Whether it carries the label of one of the forms, so that its author expects an answer."""
    return any(issue.labels & set(form.labels) for form in forms.values())


def _bounded(answers: Answers, length: int) -> Answers:
    if length <= LONGEST:
        return answers
    message = (
        f"正文有 {length} 个字符，超过了机器人能处理的 {LONGEST} 个；请只留下表单要求的内容，长文请放到别处再给链接"
    )
    return replace(answers, problems=(Problem("", "truncated", message),))
