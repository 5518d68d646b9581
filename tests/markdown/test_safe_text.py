"""Text from strangers shows as it was typed and does nothing: judged by GitHub's own renderer."""

import html
import re

import pytest
from cmarkgfm import cmark, github_flavored_markdown_to_html
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.escape import escape, paragraphs
from bot.submissions.hidden_characters import hidden

# What GitHub's comment filters act on in text outside code and links.
LIVE = re.compile(r"(?<![\w`])@[A-Za-z0-9]|(?<!\w)#[0-9]|\b(?i:gh)-[0-9]|:[a-z0-9_+-]+:|https?://")
PLAIN = re.compile(r"</?(?:p|[ou]l|li|code)>")


def shown(markdown: str) -> str:
    return github_flavored_markdown_to_html(markdown, cmark.Options.CMARK_OPT_UNSAFE)


def inert(markdown: str) -> None:
    """Only paragraphs, lists and code; no link, picture, mention or reference."""
    page = shown(markdown)
    assert "<" not in PLAIN.sub("", page), page
    text = html.unescape(re.sub(r"<code>.*?</code>", "`", page, flags=re.DOTALL))
    assert not LIVE.search(text), text


def visible(markdown: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", shown(markdown))).strip()


TRICKS = [
    "看 https://evil.example/x 和 www.evil.example，或 a@evil.example。",
    "@octocat 谢谢 @org/team，（@octocat）",
    "Fixes #12, closes owner/repo#3 and GH-4",
    "见 https://github.com/o/r/issues/5。",
    "**粗** _斜_ ~~删~~ `码` ``两`` [a](https://evil.example) ![b](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)> <!-- curate --> <https://evil.example> &lt; &#64;octocat &copy;",
    "# 标题",
    "> 引用",
    "1. 一",
    "- [x] 勾",
    "+ 加",
    "---",
    "===",
    "| a | b |",
    ":-: | -",
    "    缩进",
    "``` js",
    "~~~",
    "[^1]: 注",
    "[x]: https://evil.example",
    "$$E=mc^2$$",
    "\\@octocat \\`@octocat\\`",
    ":octocat: :+1:",
    "提交 deadbeef1234567 里",
    "`@octocat`https://evil.example`",
    "a|b https://evil.example/a|b",
    "C #",
    "mailto:a@b.example xmpp:a@b.example ftp://x.example",
    "联系 a@-b.com、a@_b.com 或 a@.b.com",
    "<b>@x</b>",
    "https://evil.example/`@octocat`",
]


@pytest.mark.parametrize("text", TRICKS)
def test_tricks_do_nothing_and_are_shown(text):
    inert(escape(text))
    assert visible(escape(text)) == " ".join(text.split())
    inert(paragraphs(text))


@pytest.mark.parametrize("text", ["ChatGLM2-6B", "悟道·天鹰", "snake_case", "C++", "7B（2023）", "5 & 6", "70%", "a/b"])
def test_ordinary_names_stay_as_they_are(text):
    assert escape(text) == text


ALPHABET = st.sampled_from(
    [*list("@#:/.-_*`~[]()<>|!&;\\$=+ \n1a中"), "\n1. ", "\n2) ", "www.", "https://", "octocat", "&#64;", "- ", "GH-1"]
)


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_any_mixture_is_inert(text):
    inert(paragraphs(text))
    inert(escape(text))
    assert visible(escape(text)) == " ".join(text.split())


ADDRESS = st.from_regex(r"[a1.+_*-]{1,3}@[a1.@_*-]{1,3}\.?[a1_-]{1,2}[.;)*_]?", fullmatch=True)


@given(st.lists(ADDRESS | ALPHABET, min_size=1, max_size=4).map("".join))
def test_whatever_may_pass_for_an_address_of_mail_is_inert(text):
    inert(escape(text))
    assert visible(escape(text)) == " ".join(text.split())


def test_paragraphs_and_lists_survive():
    text = "第一行\n第二行\nand more\n\n\n第二段\n- 甲\n• 乙\n接着"
    assert paragraphs(text) == "第一行第二行 and more\n\n第二段\n- 甲\n- 乙接着"


NUMBERED = {
    "a-list": ("有：\n1. 甲；\n2. 乙", "有：\n\n1. 甲；\n2. 乙"),
    "with-brackets": ("1) 甲\n2) 乙\n完", "1. 甲\n2. 乙完"),
    "one-alone": ("1. 甲", "1\\. 甲"),
    "not-from-one": ("4. 甲\n5. 乙", "4\\. 甲 5\\. 乙"),
    "a-version": ("有\n2.0 版\n3.0 版", "有 2.0 版 3.0 版"),
}


@pytest.mark.parametrize("case", NUMBERED.values(), ids=NUMBERED)
def test_a_numbered_list_survives(case):
    text, expected = case
    assert paragraphs(text) == expected
    assert shown(paragraphs(text)).count("<li>") == 2 * expected.count("1. 甲")


HIDDEN = {
    "zero-width-space": ("甲\u200b乙", ["“甲⟨零宽字符 U+200B⟩乙”"]),
    "amid-much": (
        "一二三四五六七八九\u200b九八七六五四三二一",
        ["“…二三四五六七八九⟨零宽字符 U+200B⟩九八七六五四三二…”"],
    ),
    "bidi-override-second-line": ("甲\n乙丙\u202e", ["“甲 乙丙⟨文字方向控制符 U+202E⟩”"]),
    "bom": ("\ufeff甲", ["“⟨零宽字符 U+FEFF⟩甲”"]),
    "hangul-filler": ("\u3164", ["“⟨看不见的字符 U+3164⟩”"]),
    "tag": ("a\U000e0041", ["“a⟨看不见的标签字符 U+E0041⟩”"]),
    "control": ("a\x00", ["“a⟨控制字符 U+0000⟩”"]),
    "two": ("a\u200bb\x00c", ["“a⟨零宽字符 U+200B⟩bc”", "“ab⟨控制字符 U+0000⟩c”"]),
    "joiner-between-letters": ("a\u200db", ["“a⟨零宽字符 U+200D⟩b”"]),
    "stacked-marks": ("a" + "\u0301" * 9 + "b", ["“a⟨一连串叠加的附加符号⟩b”"]),
    "family-emoji": ("👨‍👩‍👧", []),
    "heart": ("❤️", []),
    "rainbow-flag": ("🏳️‍🌈", []),
    "keycap": ("1️⃣", []),
    "accents": ("naïve Đà Nẵng", []),
    "chinese": ("中文，全角　空格\n\t缩进", []),
}


@pytest.mark.parametrize("case", HIDDEN.values(), ids=HIDDEN)
def test_hidden_characters_are_shown_where_they_stand(case):
    text, expected = case
    assert hidden(text) == expected


@pytest.mark.parametrize("text", ["(", ")", "@a.", "`|", "- ", "\u200b", "a\u0301\u0301\u0301\u0301", ":a", "#", "a\n"])
def test_the_longest_text_ends(text):
    escape(text * 30_000)
    paragraphs(text * 30_000)
    assert len(hidden(text * 30_000)) <= 20
