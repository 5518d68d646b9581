"""Answers to a form's questions, written down as YAML by someone who would rather not be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.errors import CurateError


def read_answers(text: str, file: str) -> Mapping[str, Any]:
    """Question → answer, as text whatever YAML would make of it. Raises CurateError with `file` as its place."""
    import yaml  # noqa: PLC0415 - only this needs it

    from bot.submissions.plain_yaml import read_yaml  # noqa: PLC0415 - likewise

    try:
        given = read_yaml(text, file)
    except yaml.YAMLError as error:
        raise CurateError("答案文件不是合法的 YAML", file, "请检查缩进、引号与冒号") from error
    if not isinstance(given, dict):
        raise CurateError("答案文件顶层不是“问题: 答案”", file, "请从“name: 项目名”开始写")
    return given


def answers_text(given: Mapping[str, Any]) -> str:
    """The same, written down."""
    import yaml  # noqa: PLC0415 - only this needs it

    return yaml.safe_dump(dict(given), allow_unicode=True, sort_keys=False)
