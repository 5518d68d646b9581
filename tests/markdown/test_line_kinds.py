"""What a line is, where the containers it stands in are closed or carried on; GitHub's renderer is the judge."""

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from bot.markdown.line_kinds import lines

LINES = {
    "a heading": ("# a", "heading"),
    "six signs": ("###### a", "heading"),
    "seven": ("####### a", "start"),
    "no blank": ("#a", "start"),
    "three blanks": ("   # a", "heading"),
    "four blanks": ("    # a", "code"),
    "a definition": ("[a]: https://a.org", "definition"),
    "in an item": ("- # a", "heading"),
    "in a quote": ("> # a", "heading"),
    "nine digits": ("123456789. # a", "heading"),
    "ten digits": ("1234567890. # a", "start"),
    "plus": ("+ # a", "heading"),
    "bracket": ("1) # a", "heading"),
    "after a blank line in an item": ("- a\n\n  # b", "heading"),
    "two blank lines": ("- a\n\n\n  # b", "heading"),
    "in an item of a quote": ("> - a\n>\n>   # b", "heading"),
    "a quote ended by a blank line": ("> a\n\n# b", "heading"),
    "an item in a quote ended with it": ("> - a\n\n    # b", "code"),
    "a quote in an item ended": ("- > a\n\n  # b", "heading"),
    "a nested item goes on": ("- a\n  - b\n\n    # c", "heading"),
    "an item is left": ("- a\n\n# b", "heading"),
    "an item that began empty is ended": ("-\n\n  # b", "heading"),
    "an item that began empty goes on": ("-\n  # b", "heading"),
    "code after an item that began empty": ("-\n\n    # b", "code"),
    "code in an item": ("- a\n\n      # b", "code"),
    "in a fence": ("```\n# a", "code"),
    "after a fence": ("```\na\n```\n# a", "heading"),
    "a fence in an item": ("- ```\n  # a", "code"),
    "a fence left with its item": ("- ```\n# a", "heading"),
    "a longer fence": ("````\n```\n# a", "code"),
    "another fence": ("```\n~~~\n# a", "code"),
    "in a comment": ("<!--\n# a", "comment"),
    "after a comment": ("<!-- a -->\n# b", "heading"),
    "after a comment of two lines": ("<!--\na -->\n# b", "heading"),
    "a lazy line": ("> a\n# b", "heading"),
    "a line of a list is no list in a paragraph": ("a\n2. # b", "text"),
    "but 1 is": ("a\n1. # b", "heading"),
    "five blanks after the sign": ("-     # a", "code"),
    "four blanks after the sign": ("-    # a", "heading"),
}


def shows_heading(markdown: str) -> bool:
    return "<h" in cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE).rsplit("-->", 1)[-1]


@pytest.mark.parametrize(("markdown", "kind"), LINES.values(), ids=LINES)
def test_the_last_line(markdown, kind):
    assert lines(markdown)[0][-1].kind == kind
    assert shows_heading(markdown) is (kind == "heading")


@pytest.mark.parametrize(("markdown", "row"), [
    ("a\n```\nb", 1), ("```\na\n```", None), ("- ```\n  a", None), ("```\na\n```\n~~~\nb", 3), ("a", None), ("```\na\n~~~", 0),
])  # fmt: skip
def test_a_fence_left_open(markdown, row):
    assert lines(markdown)[1] == row
