"""How the parts of a finding look in its sentence."""

import pytest

from bot.lint.finding import Clause, EntryRef, Place
from bot.lint.sentences import Filler

HERE = Place("a", "README.md", 3)


def fill(template: str, *, contributor: bool = False, **parts) -> str:
    return Filler({"why": "因为{reason:4}"}, HERE, contributor).fill(template, parts)


@pytest.mark.parametrize(("template", "parts", "shown"), [
    ("“{name:40}”", {"name": "甲" * 40}, f"“{'甲' * 40}”"), ("“{name:40}”", {"name": "甲" * 41}, f"“{'甲' * 39}…”"),
    ("{name}", {"name": "甲\x1b" + "乙" * 99}, "甲\\x1b" + "乙" * 99), ("{why}好", {"why": None}, "好"), ("{n}", {"n": 3}, "3"),
    ("{why}", {"why": Clause("why", {"reason": "一二三四五"})}, "因为一二三…"),
    ("{there}", {"there": Place("b", "README.md", 7)}, "第 7 行"), ("{there}", {"there": Place("b", "x.md", 7)}, "x.md:7"),
    ("甲{there:（）}", {"there": Place("b", "README.md", 7)}, "甲（第 7 行）"),
    ("{one}", {"one": EntryRef("乙" * 41, Place("b", "README.md", 7))}, f"“{'乙' * 39}…”（第 7 行）"),
    ("{row}", {"row": tuple("甲乙丙丁戊己")}, "“甲”、“乙”、“丙”、“丁”、“戊”、“己”"),
    ("{row}", {"row": tuple("甲乙丙丁戊己庚")}, "“甲”、“乙”、“丙”、“丁”、“戊”、“己”等 7 处"),
    ("{row}", {"row": (Place("b", "README.md", 7), Place("b", "README.md", 9))}, "第 7 行、第 9 行"),
])  # fmt: skip
def test_for_a_maintainer(template, parts, shown):
    assert fill(template, **parts) == shown


@pytest.mark.parametrize(("template", "parts", "shown"), [
    ("{there}", {"there": Place("b", "README.md", 7)}, "前面"), ("甲{there:（）}", {"there": Place("b", "README.md", 7)}, "甲"),
    ("{one}", {"one": EntryRef("乙", Place("b", "README.md", 7))}, "“乙”"),
])  # fmt: skip
def test_for_a_contributor(template, parts, shown):
    assert fill(template, contributor=True, **parts) == shown
