"""Anchors as GitHub makes them, and the links that look for them."""

import pytest

from bot.sources.anchors import jumps, places, slug


@pytest.mark.parametrize(("title", "anchor"), [
    ("Bookmarks & Link Sharing", "bookmarks--link-sharing"),
    ("CI/CD", "cicd"),
    ("C++ 语言", "c-语言"),
    ("一、自主模型（更新）", "一自主模型更新"),
    ("[Tool](https://tool-site.dev) guide", "tool-guide"),
    ("`code` and **bold**", "code-and-bold"),
    ("snake_case-name", "snake_case-name"),
])  # fmt: skip
def test_slug(title, anchor):
    assert slug(title) == anchor


@pytest.mark.parametrize(("text", "anchor"), [
    pytest.param("## 书\n\n## 书\n", "书-1", id="a second heading of the same title"),
    pytest.param("Title\n=====\n", "title", id="underlined"),
    pytest.param("<h2 align=center>About us</h2>\n", "about-us", id="HTML heading"),
    pytest.param('<a name="data"></a>\n', "data", id="a named place"),
    pytest.param("> ## Quoted\n", "quoted", id="in a quotation"),
    pytest.param("## :tada: Party\n", "tada-party", id="a shortcode"),
])  # fmt: skip
def test_places(text, anchor):
    assert anchor in places(text)


def test_code_is_neither_heading_nor_link():
    text = "```\n# not a heading\n[no](#link)\n```\n`[no](#link)`\n[yes](#there)\n"
    assert places(text) == {}
    assert [(j.line, j.label, j.target) for j in jumps(text)] == [(6, "yes", "there")]
