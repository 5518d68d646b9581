"""A rule's address leads to its section of docs/rules.md, and stays what it is when the title changes."""

from pathlib import Path

import pytest

from bot.lint.discover import all_rules
from bot.lint.rule_page import BOOK, rule_page

BOOK_TEXT = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_it_is_at_the_head_of_the_rules_section(code):
    assert rule_page(code) == f"{BOOK}#{code.lower()}"
    assert f'<a id="{code.lower()}"></a>\n\n## {code} ' in BOOK_TEXT


def test_a_code_of_no_rule_leads_to_the_book():
    assert rule_page("ITK001") == BOOK
