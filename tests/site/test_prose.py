"""Descriptions as HTML: what Markdown means is shown, what could do harm is text."""

import time

import pytest

from bot.site import prose

SHOWN = [
    pytest.param("**粗** `码`", "<p><strong>粗</strong> <code>码</code></p>", id="marks"),
    pytest.param("[主页](https://a.example/?b&c)", '<p><a href="https://a.example/?b&amp;c">主页</a></p>', id="a link"),
    pytest.param("![图](https://a.example/x.png)", '<p><a href="https://a.example/x.png">图</a></p>', id="a picture is a link"),
    pytest.param("# 大标题", "<h3>大标题</h3>", id="headings stand below the page's"),
    pytest.param("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>", id="HTML is text"),
    pytest.param("<script>\nalert(1)\n</script>", "&lt;script&gt;", id="a block of HTML is text"),
    pytest.param("[x](javascript:alert(1))", "<p>x</p>", id="a script is no link"),
    pytest.param("[x](JaVaScRiPt:alert(1))", "<p>x</p>", id="in any case"),
    pytest.param("[x](data:text/html,1)", "<p>x</p>", id="nor is data"),
    pytest.param("[x](docs/a.md)", "<p>x</p>", id="nor a path of somewhere else"),
    pytest.param("甲\u202e乙", "<p>甲⟨U+202E⟩乙</p>", id="what cannot be seen is spelled out"),
    pytest.param('x]( "onclick=alert(1)', "onclick", id="a quote ends no attribute"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "made"), SHOWN)
def test_html(markdown, made):
    assert made in prose.html(markdown)


def test_an_address_cannot_leave_its_attribute():
    made = prose.html('[x](https://a.example/"onclick="alert(1))')
    assert '"onclick' not in made


def test_plain_text_has_no_marks():
    assert prose.plain(prose.html("**甲** & [乙](https://a.example)\n\n- 丙 <b>")) == "甲 & 乙 丙 <b>"


@pytest.mark.parametrize("unit", ["[", "*a", "> ", "`", "![", "<a ", "- ", "|a", "~~", "](", "**_", "\\", "&#"])
def test_ten_thousand_characters_take_no_time(unit):
    start = time.process_time()
    prose.html(unit * (10_000 // len(unit)))
    assert time.process_time() - start < 5
