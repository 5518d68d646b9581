"""Anchors as GitHub makes them, and the links that look for them."""

import html
import re

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.anchors import anchors, blanks, jumps, places, slug
from bot.markdown.escape import slug as slug_of
from bot.markdown.wrong_anchors import astray


@pytest.mark.parametrize(("title", "anchor"), [
    ("Bookmarks & Link Sharing", "bookmarks--link-sharing"),
    ("CI/CD", "cicd"),
    ("C++ 语言", "c-语言"),
    ("一、自主模型（更新）", "一自主模型更新"),
    ("[Tool](https://tool-site.dev) guide", "tool-guide"),
    ("`code` and **bold**", "code-and-bold"),
    ("snake_case-name", "snake_case-name"),
    ("Two  blanks", "two--blanks"),
    ("Tools ![new](https://tool-site.dev/new.svg)", "tools-"),
    ("![new](https://tool-site.dev/new.svg) Tools", "-tools"),
    ("Tools [![new](n.svg)](https://tool-site.dev) [![old](o.svg)](https://tool-site.dev)", "tools--"),
    ("🚀 Start", "-start"),
    ("⚙️ Settings", "\ufe0f-settings"),
    ("Ends with `a_b` _softly_", "ends-with-a_b-softly"),
    ("Stale _amount from", "stale-_amount-from"),
    ("A &amp; B", "a--b"),
    ("<b>Bold</b> <!-- said --> words", "bold--words"),
    ("½ and ①", "-and-"),
])  # fmt: skip
def test_slug(title, anchor):
    assert slug(title) == anchor


def rendered(markdown):
    """The text of a heading as GitHub's own renderer leaves it."""
    found = re.search(r"<h2>(.*?)</h2>", github_flavored_markdown_to_html(f"## {markdown}\n"), re.DOTALL)
    return html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", found[1])) if found else ""


PIECES = st.sampled_from([
    "甲", "word", "snake_case", "_soft_", "**bold**", "*lean*", "`code`", "`a_b`", "[link](https://a.cn/x)", "&amp;",
    "![pic](p.svg)", "[![badge](b.svg)](https://a.cn)", "C++", "R&D", "A/B", r"a\_b", "a_", "_b", "(x)", "1.2", "--",
])  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=6))
def test_a_heading_reads_as_github_renders_it(pieces):
    title = " ".join(pieces)
    assert slug(title) == slug_of(rendered(title))


@pytest.mark.parametrize(("text", "anchor"), [
    pytest.param("## 书\n\n## 书\n", "书-1", id="a second heading of the same title"),
    pytest.param("Title\n=====\n", "title", id="underlined"),
    pytest.param("<h2 align=center>About us</h2>\n", "about-us", id="HTML heading"),
    pytest.param("<h2>\n  About us\n</h2>\n", "about-us", id="HTML heading on several lines"),
    pytest.param('<a name="data"></a>\n', "data", id="a named place"),
    pytest.param('<a name="user-content-data"></a>\n', "data", id="GitHub's own prefix"),
    pytest.param("> ## Quoted\n", "quoted", id="in a quotation"),
    pytest.param("- ## Listed\n", "listed", id="in a list"),
    pytest.param("## :tada: Party\n", "tada-party", id="a shortcode"),
    pytest.param("## Tools ![new][n]\n\n[n]: new.svg\n", "tools-", id="a picture by reference"),
    pytest.param("## Tools [a][none]\n", "tools-anone", id="no such reference"),
])  # fmt: skip
def test_places(text, anchor):
    assert anchor in places(text)


def test_code_is_neither_heading_nor_link():
    text = "```\n# not a heading\n[no](#link)\n```\n`[no](#link)`\n[yes](#there)\n"
    assert places(text) == {}
    assert [(j.line, j.label, j.target) for j in jumps(text)] == [(6, "yes", "there")]


def test_links_without_an_address_but_not_the_way_up():
    text = "[甲]() [乙](#) [回到顶部](#) [Back to top](#) ![图]() [![徽章](b.svg)](#) `[丙]()` [丁]()https://a.cn)\n"
    assert [jump.label for jump in blanks(text)] == ["甲", "乙"]


CONTENTS = "- [英文](#英文)\n  - [书](#书)\n- [中文](#中文)\n  - [书]({})\n\n## 英文\n### 书\n## 中文\n### 书\n"
ASTRAY = {
    "without its number": (CONTENTS.format("#书"), [(4, "书-1")]),
    "with its number": (CONTENTS.format("#书-1"), []),
    "a heading that leads to itself": ("#### [工具](#工具)\n\n# 工具\n", [(1, "工具-1")]),
    "a heading that leads to itself, alone": ("## [工具](#工具)\n", []),
    "two names, one slug": ("- [C](#c)\n- [C++](#c)\n\n## C\n## C++\n", [(2, "c-1")]),
    "one name in no order": ("见 [书](#书)。\n\n## 书\n## 画\n## 书\n", []),
    "three lines apart": (
        "- [英文](#英文)\n\n\n- [书](#书)\n- [中文](#中文)\n\n\n- [书](#书)\n\n## 英文\n### 书\n## 中文\n### 书\n",
        [(8, "书-1")],
    ),
    "four lines apart": (
        "- [英文](#英文)\n- [书](#书)\n- [中文](#中文)\n\n\n\n- [书](#书)\n\n## 英文\n### 书\n## 中文\n### 书\n",
        [],
    ),
    "the first of three is meant": ("- [画](#画)\n- [书](#书)\n\n## 画\n## 书\n## 书\n## 书\n", []),
}


@pytest.mark.parametrize(("text", "found"), ASTRAY.values(), ids=ASTRAY)
def test_links_to_another_heading_of_the_name(text, found):
    assert [(one.jump.line, one.meant.name) for one in astray(jumps(text), anchors(text))] == found
