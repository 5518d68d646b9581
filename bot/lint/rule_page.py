"""Where a rule is explained on the web: its section of the rulebook, docs/rules.md."""

from __future__ import annotations

from functools import cache

from bot.lint.discover import all_rules
from bot.markdown.escape import anchor

BOOK = "https://github.com/chenking2020/FindTheChatGPTer/blob/main/docs/rules.md"


@cache
def rule_page(code: str) -> str:
    """The address of a rule's section; of the book for a code that is none of a rule's."""
    title = next((rule.title for rule in all_rules() if rule.code == code), "")
    return f"{BOOK}#{anchor(f'{code} {title}', {})}" if title else BOOK
