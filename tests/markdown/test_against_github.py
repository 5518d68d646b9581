"""The links read from a page are those that GitHub's own renderer makes, but for what we read on purpose."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.markdown import differences, ours

SAME = {
    "a cell too many": "| a | b |\n|---|---|\n| [x](https://a.cn/x) | y | [z](https://a.cn/z) |",
    "a bar in code in a cell": "| a | b |\n|---|---|\n| `|` [x](https://a.cn/x) | y |",
    "a row without bars around it": "a | b\n---|---\n[x](https://a.cn/x) | [y](https://a.cn/y)",
    "code": "`[x](https://a.cn/x)` ``[y](https://a.cn/y)`` ` [z](https://a.cn/z)",
    "code over two lines": "`a\n[x](https://a.cn/x)` b",
    "fence": "```\n[x](https://a.cn/x)\n```\n[y](https://a.cn/y)",
    "fence in an item": "- a\n\n  ```\n  [x](https://a.cn/x)\n  ```\n  [y](https://a.cn/y)",
    "fence that nothing closes": "[y](https://a.cn/y)\n~~~\n[x](https://a.cn/x)",
    "indented code": "a\n\n    [x](https://a.cn/x)\n\n[y](https://a.cn/y)",
    "not code in an item": "1.  a\n\n    [x](https://a.cn/x)",
    "two labels": "[x][k] [k] [][k] [none][no]\n\n[k]: https://a.cn/k 'title'",
    "a label with blanks": "[x][a  B]\n\n[A b]: <https://a.cn/x y>",
    "a label defined in an item": "- [x][k]\n\n  [k]: https://a.cn/k",
    "no definition within a paragraph": "a\n[k]: https://a.cn/path",
    "footnote": "a[^1] [x](https://a.cn/x)\n\n[^1]: see https://a.cn/note",
    "link over two lines": "[x\ny](https://a.cn/x)",
    "title over two lines": "[x](https://a.cn/x\n'title')",
    "brackets in a target": "[x](https://a.cn/(a(b)))",
    "a target with escapes": r"[x](https://a.cn/a\_b\)c) [y](https://a.cn/?a&amp;b)",
    "emphasis around": "**[x](https://a.cn/x)** _[y](https://a.cn/y)_ ~~[z](https://a.cn/z)~~",
    "a picture with a link": "[![x](https://a.cn/x.svg)](https://a.cn/x) ![y](https://a.cn/y.svg)",
    "escaped brackets": r"\[x](https://a.cn/xyz) [y\](https://a.cn/y)",
    "autolink": "<https://a.cn/x> <mailto:a@b.cn>",
    "bare": "see https://a.cn/x, (https://a.cn/y) and www.a-site.cn/z.",
    "HTML": '<a href="https://a.cn/?x&amp;y">x</a> <A HREF=https://a.cn/y>y</A>',
    "HTML block": '<div>\n<a href="https://a.cn/x">x</a>\n</div>',
    "comment": "a <!-- [x](https://a.cn/x) --> [y](https://a.cn/y)",
    "comment as a block": "<!--\n\n[x](https://a.cn/x)\n\n-->\n\n[y](https://a.cn/y)",
    "heading": "## [x](https://a.cn/x)\n\n[y](https://a.cn/y)\n===",
    "quote": "> [x](https://a.cn/x\n> 'title')",
    "task": "- [ ] [x](https://a.cn/x)\n- [x] https://a.cn/done",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SAME.items()])
def test_links_are_those_of_github(text: str):
    assert list(differences(text)) == []


ON_PURPOSE = {
    "Markdown in HTML": ("<div>\n[x](https://a.cn/x)\n</div>", ["https://a.cn/x"]),
    "Chinese after a bare URL": ("https://github.com/a/b是一个模型", []),
    "an item's line that lacks a blank": ("10.  a\n\n    [x](https://a.cn/x)", ["https://a.cn/x"]),
    "a bracket of another kind": ("[x]（https://a.cn/x）", []),
    "an escape in a bare URL": (r"https://a.cn/x\_y", ["https://a.cn/x_y"]),
    "a link glued to a bare URL": ("https://a.cn/x[y](https://a.cn/y)", ["https://a.cn/x", "https://a.cn/y"]),
}


@pytest.mark.parametrize(("text", "urls"), [pytest.param(*case, id=name) for name, case in ON_PURPOSE.items()])
def test_what_we_read_as_it_was_meant(text: str, urls: list[str]):
    assert list(ours(text)) == urls


PIECES = st.sampled_from(
    [
        *("[x](https://a.cn/x)", "[y][k]", "[k]", "![z](https://a.cn/z.svg)", "<https://a.cn/auto>"),
        *(" https://a.cn/bare ", "`", "``", "**", "_", "~~", "!", "|", "甲", "word", "# ", "1. ", "- "),
        *("\n", "\n\n", "\n    ", "\n- ", "\n  ", "\n> ", "\n```\n", "\n|---|---|\n"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
@example("|[x](https://a.cn/x)|\n|---|---|\n|")
@settings(max_examples=500, deadline=None)
def test_any_page_reads_as_github_renders_it(text: str):
    assert list(differences(f"{text}\n\n[k]: https://a.cn/k\n")) == []
