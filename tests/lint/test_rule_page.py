"""A rule's address leads to a heading of docs/rules.md."""

from pathlib import Path

import pytest

from bot.lint.discover import all_rules
from bot.lint.rule_page import BOOK, rule_page

BOOK_TEXT = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_it_is_what_the_contents_of_the_book_link_to(code):
    address, _, fragment = rule_page(code).partition("#")
    assert address == BOOK
    assert f"[{code}](#{fragment})" in BOOK_TEXT


def test_a_code_of_no_rule_leads_to_the_book():
    assert rule_page("ITK001") == BOOK
