"""References to characters that nobody sees, beside those to visible ones and those in code."""

import pytest

from bot.markdown.references import characters

HIDDEN = {
    "hexadecimal": ("a&#x202e;b", [(1, "&#x202e;", "U+202E")]),
    "decimal": ("&#8203;", [(0, "&#8203;", "U+200B")]),
    "by name": ("a&lrm;b&shy;c", [(1, "&lrm;", "U+200E"), (7, "&shy;", "U+00AD")]),
    "in a paragraph after code": ("`&lrm;` &lrm;", [(8, "&lrm;", "U+200E")]),
    "direction mark beside Arabic": ("&#1575;&rlm;", [(7, "&rlm;", "U+200F")]),
}
SHOWN = {
    "visible": "&lt; &amp; &nbsp; &copy; &#128512; &hellip;",
    "in code": "`&#x202e;`",
    "in a block of code": "```\n&lrm;\n```",
    "no reference": "a & b; &nosuchname; &lrm",
    "a joiner of emoji": "\U0001f469&zwj;\U0001f4bb",
}


@pytest.mark.parametrize("text, found", HIDDEN.values(), ids=HIDDEN)
def test_a_reference_to_what_is_not_seen_is_found(text, found):
    assert [(one.at, one.written, one.code) for one in characters(text)] == found


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
def test_what_is_shown_is_left_alone(text):
    assert list(characters(text)) == []
