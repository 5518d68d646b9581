"""The question whether a project is one's own: part of the form only where the list wants to know."""

from __future__ import annotations

import re

from bot.catalog.model import Intake
from bot.submissions.intake import IS_NOT, IS_OWN, OWN

_BEGIN = "  # 以下问题由 curate forms 生成：与项目的关系\n"
_END = "  # 生成的问题到此为止\n"
_QUESTION = f"""{_BEGIN}  - type: dropdown
    id: {OWN}
    attributes:
      label: 与项目的关系
      description: 自荐不影响收录，只是要让维护者知道。
      options:
        - {IS_OWN}
        - {IS_NOT}
    validations:
      required: true
{_END}
"""
_PART = re.compile(rf"{_BEGIN}.*?{_END}\n?", re.DOTALL)
_NEW_ENTRY = re.compile(r"^    id: name$", re.MULTILINE)
_CONFIRM = re.compile(r"^  - type: checkboxes$", re.MULTILINE)


def with_question(text: str, intake: Intake) -> str:
    """The text of a form with the question where it is wanted, else without; other forms come back as they are."""
    bare = _PART.sub("", text)
    if not (intake.disclose and _NEW_ENTRY.search(bare)):
        return bare
    at = found.start() if (found := _CONFIRM.search(bare)) else len(bare)
    return bare[:at] + _QUESTION + bare[at:]
