"""The kinds of problem that a machine can act on are those that the form offers."""

from __future__ import annotations

from pathlib import Path

from bot.submissions.fix_entry import BY_HAND, DUPLICATE, OUTDATED, WITHDRAWN, WRONG_FIELD, WRONG_LINK
from bot.submissions.form import read_form

FORM = Path(__file__).resolve().parents[2] / ".github/ISSUE_TEMPLATE/fix-entry.yml"


def test_the_form_offers_every_kind_that_a_machine_can_act_on():
    [problem] = (field for field in read_form(FORM.read_text("utf-8")).fields if field.id == "problem")
    assert {WRONG_LINK, OUTDATED, DUPLICATE, WITHDRAWN, WRONG_FIELD} <= set(problem.options)
    assert problem.label in BY_HAND
