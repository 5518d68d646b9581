"""Answers → the JSON that `curate submit --parse-only` prints."""

from __future__ import annotations

import json
from dataclasses import asdict

from bot.submissions.issue_body import Answers


def answers_json(answers: Answers) -> str:
    """`{"fields": {id: text | [text] | null}, "problems": [{"field", "kind", "message"}]}`."""
    problems = [asdict(problem) for problem in answers.problems]
    return json.dumps({"fields": dict(answers.fields), "problems": problems}, ensure_ascii=False, indent=2)
