"""Which characters count as hidden, and where the same ones are at home."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.invisible import hidden


@pytest.mark.parametrize(
    "text, found",
    [
        pytest.param("a\u200bb", [(1, "U+200B", "零宽字符")], id="zero-width-space"),
        pytest.param("\ufeffa", [(0, "U+FEFF", "零宽字符")], id="byte-order-mark"),
        pytest.param("a\u00adb", [(1, "U+00AD", "零宽字符")], id="soft-hyphen"),
        pytest.param("a\u2060b", [(1, "U+2060", "零宽字符")], id="word-joiner"),
        pytest.param("a\u200db", [(1, "U+200D", "零宽字符")], id="joiner-between-letters"),
        pytest.param("a\u202eb", [(1, "U+202E", "文字方向控制符")], id="override"),
        pytest.param(
            "a\u2067b\u2069", [(1, "U+2067", "文字方向控制符"), (3, "U+2069", "文字方向控制符")], id="isolate"
        ),
        pytest.param("开\u200e源", [(1, "U+200E", "文字方向标记")], id="mark-without-arabic"),
        pytest.param("a\x07b", [(1, "U+0007", "控制字符")], id="bell"),
        pytest.param("a\rb", [(1, "U+000D", "控制字符")], id="carriage-return"),
        pytest.param("a\u2028b", [(1, "U+2028", "看不见的字符")], id="line-separator"),
        pytest.param("a\u3164b", [(1, "U+3164", "看不见的字符")], id="hangul-filler"),
        pytest.param("\ue000", [(0, "U+E000", "私用区字符")], id="private-use"),
        pytest.param("\U000f0000", [(0, "U+F0000", "私用区字符")], id="private-plane"),
        pytest.param("\ufffd", [(0, "U+FFFD", "残缺的字符")], id="replacement"),
        pytest.param("\uffff", [(0, "U+FFFF", "无法识别的字符")], id="noncharacter"),
        pytest.param("a\U000e0041", [(1, "U+E0041", "看不见的标签字符")], id="tag"),
        pytest.param("a\ufe0f", [(1, "U+FE0F", "多余的变体选择符")], id="selector-after-letter"),
        pytest.param("a" + "\u0301" * 9 + "b", [(1, "U+0301", "一连串叠加的附加符号")], id="pile-of-accents"),
        pytest.param("ế và ở", [], id="vietnamese"),
        pytest.param("好\U000e0100好", [], id="ideographic-variation"),
        pytest.param("❤\ufe0f 1\ufe0f\u20e3", [], id="emoji-presentation"),
        pytest.param("👩\u200d💻 👩🏽\u200d💻 🏳\ufe0f\u200d🌈", [], id="emoji-sequences"),
        pytest.param("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", [], id="flag-of-england"),
        pytest.param("می\u200cخواهم", [], id="persian-non-joiner"),
        pytest.param("क\u094d\u200dष", [], id="hindi-joiner"),
        pytest.param("العربية\u200f。", [], id="mark-after-arabic"),
        pytest.param("“中文”——·、。　ＡＢＣ１２３ \u00a0 é", [], id="ordinary-chinese"),
        pytest.param("第一行\n\t第二行", [], id="line-feed-and-tab"),
        pytest.param("日本語 カタカナ ﾊﾝｶｸ 한국어 Ελληνικά Русский עברית ไทย", [], id="other-scripts"),
    ],
)
def test_hidden(text: str, found: list[tuple[int, str, str]]):
    assert [(one.at, one.code, one.what) for one in hidden(text)] == found


@given(st.text())
def test_never_fails_and_goes_forward(text: str):
    places = [one.at for one in hidden(text)]
    assert places == sorted(set(places))
    assert all(text[at] not in "\n\t abc中文" for at in places)


def told(text: str) -> list[str]:
    return [one.what for one in hidden(text)]


@pytest.mark.parametrize(("char", "what"), [
    *((char, "看不见的字符") for char in "\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5\u2028\u2029"),
    *((char, "文字方向标记") for char in "\u200e\u200f\u061c"),
    *((char, "文字方向控制符") for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    *((char, "零宽字符") for char in "\u200b\u200c\u200d\u2060\u2064\u206a\ufeff\u00ad"),
    *((char, "看不见的标签字符") for char in "\U000e0020\U000e007f"), ("\U000e0001", "零宽字符"),
    *((char, "控制字符") for char in "\x00\x08\x0b\x0c\r\x1f\x7f\x85\x9f"),
    *((char, "无法识别的字符") for char in "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"),
    *((char, "残缺的字符") for char in "\ufffd\ud800\udfff"),
    *((char, "私用区字符") for char in "\ue000\uf8ff\U00100000"),
    *((char, "多余的变体选择符") for char in "\ufe00\ufe0f\U000e0100\U000e01ef"),
], ids=ascii)  # fmt: skip
def test_each_hidden_character(char, what):
    assert told(f"a{char}b") == [what]


@pytest.mark.parametrize("char", [
    *map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u08e2", "\U000110bd",  # before a number
    "\n", "\t", " ", "\u0378",  # a place where no character is yet
], ids=ascii)  # fmt: skip
def test_each_that_is_not(char):
    assert told(f"a{char}b") == []


@pytest.mark.parametrize(("accent", "times", "count"), [
    *((accent, 4, 1) for accent in "\u0300\u036f\u1ab0\u1dc0\u1dff\ufe20\ufe2f"), ("\u0300", 3, 0), ("\u0300", 9, 1),
], ids=ascii)  # fmt: skip
def test_a_pile_of_four(accent, times, count):
    found = list(hidden("e" + accent * times))
    assert [(one.at, one.what, one.removable) for one in found] == [(1, "一连串叠加的附加符号", False)] * count


@pytest.mark.parametrize(("before", "fits"), [
    *((char, True) for char in "#*0123456789"), ("❤", True), ("±", True), ("‼", True), ("好", True), ("〰", True),
    ("a", False), (" ", False), ("", False), ("é", False),
], ids=ascii)  # fmt: skip
def test_what_a_selector_may_follow(before, fits):
    assert (told(f"{before}\ufe0f") == []) is fits


@pytest.mark.parametrize(("before", "after", "fits"), [
    ("👩", "💻", True), ("🏽", "💻", True), ("\ufe0f", "🌈", True), ("a", "💻", False), ("👩", "a", False), ("", "💻", False), ("👩", "", False),
    ("م", "خ", True), ("क", "ष", True), ("\u0dff", "\u0600", True), ("\u0e01", "م", False), ("م", "a", False), ("\u05d0", "م", False),
], ids=ascii)  # fmt: skip
def test_what_a_joiner_may_join(before, after, fits):
    assert ("零宽字符" not in told(f"{before}\u200d{after}")) is fits


@pytest.mark.parametrize(("between", "fits"), [(0, True), (7, True), (8, False)])
def test_a_tag_belongs_to_the_flag_before_it(between, fits):
    assert (told("🏴" + "x" * between + "\U000e0067") == []) is fits


@pytest.mark.parametrize(("text", "removable"), [
    ("a\u200bb", True), ("\x07", True), ("a\ufe0f", True), ("\ue000", False), ("\ufffe", False), ("\ufffd", False),
], ids=ascii)  # fmt: skip
def test_what_can_be_left_out(text, removable):
    assert [one.removable for one in hidden(text)] == [removable]


@pytest.mark.parametrize(("text", "code"), [("\x07", "U+0007"), ("\U000e0041", "U+E0041")], ids=ascii)
def test_its_code(text, code):
    assert [one.code for one in hidden(text)] == [code]


@pytest.mark.parametrize("rtl", ["א", "م"])
def test_a_mark_is_at_home_beside_either_script(rtl):
    assert told(f"{rtl}\u200f") == []
