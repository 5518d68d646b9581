"""Hidden characters amid the text around them."""

import pytest

from bot.submissions.hidden_characters import hidden


@pytest.mark.parametrize(("text", "shown"), [
    ("一二三四五六七八\u200b一二三四五六七八", "“一二三四五六七八⟨零宽字符 U+200B⟩一二三四五六七八”"),
    ("零一二三四五六七八\u200b一二三四五六七八九", "“…一二三四五六七八⟨零宽字符 U+200B⟩一二三四五六七八…”"),
    ("\u200b", "“⟨零宽字符 U+200B⟩”"), ("甲\n\u200b乙", "“甲 ⟨零宽字符 U+200B⟩乙”"),
    ("e" + "\u0301" * 6 + "乙", "“e⟨一连串叠加的附加符号⟩乙”"),
])  # fmt: skip
def test_amid(text, shown):
    assert hidden(text)[0] == shown


def test_two_in_one_place_are_each_shown_without_the_other():
    assert hidden("甲\u200b\u202e乙") == ["“甲⟨零宽字符 U+200B⟩乙”", "“甲⟨文字方向控制符 U+202E⟩乙”"]


@pytest.mark.parametrize(("most", "count"), [(20, 20), (5, 5)])
def test_how_many(most, count):
    assert len(hidden("\u200b甲" * 30, most)) == count
    assert len(hidden("\u200b甲" * 30)) == 20
