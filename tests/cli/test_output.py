"""Characters that drive a terminal show as a code; all others stay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.output import but_colours, controls_shown

SHOWN = {
    "an escape sequence": ("\x1b[2J", "\\x1b[2J"),
    "a window's title": ("\x1b]0;x\x07", "\\x1b]0;x\\x07"),
    "a C1 control": ("\x9b31m", "\\x9b31m"),
    "a bidi override": ("a\u202eb", "a\\u202eb"),
    "a bidi isolate": ("\u2066", "\\u2066"),
    "a bidi mark": ("\u200f", "\\u200f"),
    "a carriage return": ("ok\r::error::x", "ok\\r::error::x"),
    "Unicode's line end": ("a\u2028::error::b", "a\\u2028::error::b"),
    "delete": ("\x7f", "\\x7f"),
}
KEPT = ["中文，“引号”", "tab\tand\nline", "\r\n", "👩\u200d💻", "é", "a\u3000b", "\x1b".join(())]


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_controls_are_shown(text, shown):
    assert controls_shown(text) == shown


@pytest.mark.parametrize("text", KEPT)
def test_other_text_stays(text):
    assert controls_shown(text) == text


@given(st.text())
def test_nothing_is_left_that_a_terminal_obeys(text):
    left = [c for c in controls_shown(text).replace("\r\n", "\n") if unicodedata.category(c) in {"Cc", "Zl", "Zp"}]
    assert set(left) <= {"\n", "\t"}


def test_only_codes_for_colours_stay_in_coloured_text():
    assert but_colours("\x1b[31m红\x1b[0m\x1b[2J") == "\x1b[31m红\x1b[0m\\x1b[2J"
