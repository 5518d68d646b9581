"""Characters that drive a terminal show as a code; all others stay."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.output import but_colours, commands_shown, controls_shown, say

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


COMMANDS = {
    "at the start": ("::error::x", "\\u003a:error::x"),
    "after blanks": ("a\n \t\u3000::error::x", "a\n \t\u3000\\u003a:error::x"),
    "in a diff's context": (" ::stop-commands::x", " \\u003a:stop-commands::x"),
    "behind a colour": ("\x1b[1m::error::x", "\x1b[1m\\u003a:error::x"),
    "of the old kind, anywhere": ("见 ##[error]x", "见 #\\u0023[error]x"),
}
NO_COMMANDS = ["a ::b", "std::vector", ":x:", "## [标题](#a)", "#[derive]", "-::error::x"]


@pytest.mark.parametrize(("text", "shown"), COMMANDS.values(), ids=COMMANDS)
def test_no_line_is_a_workflows_command(text, shown, capsys):
    assert commands_shown(text) == shown
    say(text, coloured=True)
    assert "\\u00" in capsys.readouterr().out


@pytest.mark.parametrize("text", NO_COMMANDS)
def test_what_no_workflow_obeys_stays(text):
    assert commands_shown(text) == text


def test_what_is_meant_for_a_workflow_stays(capsys):
    say("::error file=a::x", commands=True)
    assert capsys.readouterr().out == "::error file=a::x\n"


def test_json_reads_back_as_it_was():
    text = '{"a": "##[error]"}'
    assert json.loads(commands_shown(text)) == json.loads(text)
