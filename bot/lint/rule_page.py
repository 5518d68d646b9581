"""Where a rule is explained on the web: its section of the rulebook, docs/rules.md."""

from __future__ import annotations

from bot import HOME
from bot.lint.discover import all_rules

BOOK = f"{HOME}/blob/main/docs/rules.md"


def rule_page(code: str) -> str:
    """The address of a rule's section, whatever its title is then; of the book for a code that is none of a rule's."""
    return f"{BOOK}#{rule_anchor(code)}" if any(rule.code == code for rule in all_rules()) else BOOK


def rule_anchor(code: str) -> str:
    return code.lower()
