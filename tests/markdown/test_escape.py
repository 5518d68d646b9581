"""Plain text is shown as it is, links lead where they say, anchors are GitHub's; judged by GitHub's own renderer."""

import re
from html import unescape
from urllib.parse import unquote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.markdown.escape import _escaped, anchor, escape, flat, link
from bot.markdown.headings import heading_texts

# Where the pages put text: pattern → what a reader sees there.
PLACES = {
    "{}": "{}",
    "### {}（2023-03-23）": "{}（2023-03-23）",
    "### {}": "{}",
    "### ~~{}~~（已撤下）": "{}（已撤下）",
    "- **{}**（2023-03-23）：介绍": "{}（2023-03-23）：介绍",
    "**语言模型** · {} · 又名": "语言模型 · {} · 又名",
    "**已撤下**：{}": "已撤下：{}",
    "[{}](https://example.com)": "{}",
    "| 甲 |\n|---|\n| {} |": "甲 {}",
}
MARKS = st.text(st.sampled_from("\\`*[]<>~|&_!:#+=-.019abw@/ ()\"'?。，中，^${}\n\t\u3000"), max_size=24)
TEXTS = (MARKS | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), max_size=24)).filter(
    flat
)


def shown(markdown: str) -> str:
    """What a reader of GitHub sees, blanks folded."""
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return flat(unescape(re.sub(r"<[^>]*>", "", page)))


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=50)
@given(text=TEXTS)
@example("C# #")
@example("1. x")
@example("<b>&amp;</b>")
@example("snake_case_ _x_")
def test_escaped_text_is_shown_as_given(place, text):
    assert shown(place.format(escape(text))) == PLACES[place].format(flat(text).replace("\0", "\ufffd"))


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("MiniGPT-4", "MiniGPT-4", id="a usual name stays as it is"),
    pytest.param("悟道·天鹰（Aquila）", "悟道·天鹰（Aquila）", id="Chinese punctuation stays"),
    pytest.param("zhihu_rlhf_3k", "zhihu_rlhf_3k", id="underscores inside a word stay"),
    pytest.param("_x", "\\_x", id="an underscore at an edge"),
    pytest.param("a*b", "a\\*b", id="a star"),
    pytest.param("AT&T", "AT&T", id="an ampersand that starts no entity stays"),
    pytest.param("&lt;", "\\&lt;", id="an entity"),
    pytest.param("https://example.com", "`https://example.com`", id="an address does not become a link"),
    pytest.param("www.example.com", "`www.example.com`", id="nor does one without scheme"),
    pytest.param("- x", "\\- x", id="no list"),
    pytest.param("2. x", "2\\. x", id="no numbered list"),
    pytest.param("2.0", "2.0", id="a version stays"),
    pytest.param("C #", "C \\#", id="what would close a heading"),
    pytest.param(" a \n b ", "a b", id="one line"),
])  # fmt: skip
def test_escape(text, expected):
    assert escape(text) == expected


@settings(max_examples=50)
@given(text=TEXTS)
def test_the_short_cut_of_escape_changes_nothing(text):
    assert escape(text) == _escaped(flat(text))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=30), TEXTS)
@example("a(b)c", "x")
@example("a\\_b", "x")
@example("?a&lt;b&copy=1", "x")
@example("<>", "x")
def test_link_leads_to_its_url(path, label):
    url = f"https://example.com/{path}"
    page = cmarkgfm.github_flavored_markdown_to_html(link(label, url))
    (target,) = re.findall(r'<a href="([^"]*)"', page)
    assert unquote(unescape(target)) == unquote(url)


@pytest.mark.parametrize(("titles", "expected"), [
    pytest.param(["一、自主模型篇"], ["一自主模型篇"], id="Chinese punctuation goes"),
    pytest.param(["ChatGLM2-6B（2023-06-25）"], ["chatglm2-6b2023-06-25"], id="brackets go, hyphens stay"),
    pytest.param(["Dolly 2.0"], ["dolly-20"], id="a point goes, a space becomes a hyphen"),
    pytest.param(["指令集+答案"], ["指令集答案"], id="plus goes"),
    pytest.param(["zhihu_rlhf_3k"], ["zhihu_rlhf_3k"], id="underscores stay"),
    pytest.param(["a  b - c"], ["a--b---c"], id="hyphens are not merged"),
    pytest.param(["悟道·天鹰"], ["悟道天鹰"], id="the middle dot goes"),
    pytest.param(["😀 x"], ["-x"], id="an emoji goes, its space stays"),
    pytest.param(["x² ½ ③"], ["x--"], id="superscripts, fractions and circled digits go"),
    pytest.param(["Ⅳ Ⓐ"], ["ⅳ-ⓐ"], id="Roman numerals and circled letters stay"),
    pytest.param(["ＧＬＭ＿１"], ["ｇｌｍ＿１"], id="full width stays"),
    pytest.param(["한국어 नमस्ते"], ["한국어-नमस्ते"], id="marks stay"),
    pytest.param(["x", "x", "X"], ["x", "x-1", "x-2"], id="repetition"),
    pytest.param(["x", "x", "x-1"], ["x", "x-1", "x-1-1"], id="a number already taken"),
    pytest.param(["x-1", "x", "x"], ["x-1", "x", "x-2"], id="a number taken before"),
])  # fmt: skip
def test_anchor(titles, expected):
    used: dict[str, int] = {}
    assert [anchor(title, used) for title in titles] == expected


HEADINGS = [
    pytest.param("# A\n\ntext\n\n## B ##", ["A", "B"], id="atx"),
    pytest.param("A\n===\n\nB\n---", ["A", "B"], id="underlined"),
    pytest.param("- a\n---\n\n---\n> q\n---", [], id="a rule is no underline"),
    pytest.param("```\n# a\n```\n~~~~\n~~~\n# b\n~~~~", [], id="in a fence"),
    pytest.param("#a\n\n####### b\n\n    # c", [], id="not quite a heading"),
    pytest.param("## [GLM](https://a.b/c_(d)) `x_y` **z** _w_ a_b_c", ["GLM x_y z w a_b_c"], id="inline marks"),
    pytest.param("## ![badge](https://a.b) A &amp; \\# <b>B</b>", ["A & # B"], id="images, entities, escapes, tags"),
]


@pytest.mark.parametrize(("markdown", "expected"), HEADINGS)
def test_headings_of_written_markdown(markdown, expected):
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    truth = [flat(unescape(re.sub(r"<[^>]*>", "", one))) for one in re.findall(r"<h\d>(.*?)</h\d>", page)]
    assert truth == expected, "the example itself is wrong"
    assert [anchor(title, {}) for title in heading_texts(markdown)] == [anchor(title, {}) for title in expected]


@pytest.mark.parametrize("letter", "ⒶⓏⓐⓩ🄰🅉🅐🅩🅰🆉")
def test_circled_letters_stay_in_an_anchor(letter):
    assert anchor(f"{letter} model", {}) == f"{letter.lower()}-model"


@pytest.mark.parametrize("sign", "①🄯🅊🅯🆐★")
def test_other_signs_in_circles_do_not(sign):
    assert anchor(f"{sign} model", {}) == "-model"
