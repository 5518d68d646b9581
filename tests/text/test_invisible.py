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
