"""Quotation: how long, and what is safe on a terminal."""

import pytest

from bot.text.zh import join, quote, visible


@pytest.mark.parametrize(("text", "shown"), [
    ("甲" * 60, f"“{'甲' * 60}”"), ("甲" * 61, f"“{'甲' * 59}…”"), ("", "“”"), ("a\nb", "“a\\nb”"),
])  # fmt: skip
def test_quote(text, shown):
    assert quote(text) == shown


@pytest.mark.parametrize(("text", "shown"), [
    ("a\x1b[2J", "a\\x1b[2J"), ("甲\u3000乙", "甲\u3000乙"), ("甲\u3000乙\t", "甲\u3000乙\\t"), ("\udc80", "\\udc80"), ("a b", "a b"),
])  # fmt: skip
def test_visible(text, shown):
    assert visible(text) == shown


def test_join():
    assert join(["甲", "乙"]) == "甲、乙"
    assert quote("甲乙丙", 2) == "“甲…”"
