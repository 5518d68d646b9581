"""What of a description's Markdown reaches beyond it, with GitHub's own renderer as the judge."""

from __future__ import annotations

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.reach import faults

PIECES = st.sampled_from(
    [
        *(
            "# a",
            "## b",
            "###",
            "#c",
            r"\# d",
            "  # e",
            "\t# tab",
            "    # code",
            "- # in item",
            "> # in quote",
            "- > # f",
        ),
        *("text", "more text", "   text", "", "", "---", "===", "***"),
        *("- item", "* a", "-", "1. one", "2. two", "> quote", ">"),
        *("```", "```sh", "~~~", "````", "  ```", "> ```", "- ```"),
        *("`<b>`", "a < b", "`` ` <i> ``", "<!-- a -->", "<!--", "-->"),
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map("\n".join)


# Where a line is a heading and where it is not, as the containers it stands in are closed or carried on.
LINES = {
    "a heading": "# a",
    "six signs": "###### a",
    "seven": "####### a",
    "no blank": "#a",
    "three blanks": "   # a",
    "four blanks": "    # a",
    "a definition": "[a]: https://a.org",
    "in an item": "- # a",
    "in a quote": "> # a",
    "nine digits": "123456789. # a",
    "ten digits": "1234567890. # a",
    "plus": "+ # a",
    "bracket": "1) # a",
    "after a blank line in an item": "- a\n\n  # b",
    "two blank lines": "- a\n\n\n  # b",
    "in an item of a quote": "> - a\n>\n>   # b",
    "a quote ended by a blank line": "> a\n\n# b",
    "an item in a quote ended with it": "> - a\n\n    # b",
    "a quote in an item ended": "- > a\n\n  # b",
    "a nested item goes on": "- a\n  - b\n\n    # c",
    "an item is left": "- a\n\n# b",
    "an item that began empty is ended": "-\n\n  # b",
    "an item that began empty goes on": "-\n  # b",
    "code after an item that began empty": "-\n\n    # b",
    "code in an item": "- a\n\n      # b",
    "in a fence": "```\n# a",
    "after a fence": "```\na\n```\n# a",
    "a fence in an item": "- ```\n  # a",
    "a fence left with its item": "- ```\n# a",
    "a longer fence": "````\n```\n# a",
    "another fence": "```\n~~~\n# a",
    "in a comment": "<!--\n# a",
    "after a comment": "<!-- a -->\n# b",
    "after a comment of two lines": "<!--\na -->\n# b",
    "a lazy line": "> a\n# b",
    "a line of a list is no list in a paragraph": "a\n2. # b",
    "but 1 is": "a\n1. # b",
    "five blanks after the sign": "-     # a",
    "four blanks after the sign": "-    # a",
}


def rendered(text: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)


@given(TEXTS)
def test_headings_are_those_of_github(text: str):
    shown = len(re.findall(r"<h[1-6]>", rendered(text)))
    assert sum("标题" in fault.what for fault in faults(text)) == shown


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_the_last_line_is_a_heading_where_github_shows_one(text: str):
    shown = "<h" in rendered(text).rsplit("-->", 1)[-1]
    assert [text.count("\n", 0, fault.start) for fault in faults(text) if "有标题" in fault.what] == [
        text.count("\n")
    ] * shown


@given(TEXTS)
def test_a_text_without_faults_does_not_reach_what_follows(text: str):
    if not list(faults(text)):
        assert "<h2>下一条</h2>" in rendered(f"{text}\n\n## 下一条\n\n介绍。")


@pytest.mark.parametrize(
    "text, what",
    [
        pytest.param("一\n\n## 用法", "里有标题“## 用法”", id="heading"),
        pytest.param("> # 引用里的标题", "里有标题“# 引用里的标题”", id="heading-in-quote"),
        pytest.param("- # 列表里的标题", "里有标题“# 列表里的标题”", id="heading-in-list"),
        pytest.param("正文\n===", "里的“正文”被下面的“===”变成了标题", id="underlined"),
        pytest.param("```\na", "里的代码块没有闭合，后面的条目都会变成代码", id="fence"),
        pytest.param("~~~\n```\n", "里的代码块没有闭合，后面的条目都会变成代码", id="other-fence-does-not-close"),
        pytest.param("a\n```\nb", "里的代码块没有闭合，后面的条目都会变成代码", id="fence-in-text"),
        pytest.param("```\na\n```\n~~~\nb", "里的代码块没有闭合，后面的条目都会变成代码", id="second-fence"),
        pytest.param("<!-- b", "里的注释“<!--”没有闭合，后面的条目都会消失", id="comment"),
        pytest.param("a <!-- b", "里的注释“<!--”没有闭合", id="comment-in-text"),
        pytest.param("<details>\na", "里有 HTML 标签“<details>”，读者看不到它", id="block-tag"),
        pytest.param("</div>", "里有 HTML 标签“</div>”，读者看不到它", id="closing-tag"),
        pytest.param("a <script>x</script>", "里有 HTML 标签“<script>”，读者看不到它", id="script"),
        pytest.param("返回 List<String>", "里有 HTML 标签“<String>”，读者看不到它", id="generic"),
        pytest.param("<!DOCTYPE html>", "里有 HTML 标签“<!DOCTYPE html>”，读者看不到它", id="declaration"),
        pytest.param("a<sub>2", "里的“<sub>”没有闭合", id="unclosed-inline"),
        pytest.param("a</b>", "里的“</b>”没有对应的开头", id="unopened-inline"),
        pytest.param(
            "[1]: https://x.org", "里有编号链接的定义“[1]: https://x.org”，会和别的条目串起来", id="definition"
        ),
        pytest.param("[^1]: 脚注", "里有编号链接的定义“[^1]: 脚注”，会和别的条目串起来", id="footnote"),
    ],
)
def test_fault(text: str, what: str):
    assert [fault.what for fault in faults(text)][:1] == [what]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#标签 和 C# 与 F#", id="hash-in-text"),
        pytest.param("\\# 不是标题", id="escaped"),
        pytest.param("```sh\n# 注释\necho <a>\n```", id="in-fence"),
        pytest.param("````\n```\n# a\n````", id="longer-fence"),
        pytest.param("1. 安装：\n\n   ```sh\n   # 注释\n   ```", id="fence-in-item"),
        pytest.param("说明：\n\n    # 缩进代码 <div>", id="indented-code"),
        pytest.param("`<s>` 与 ``<`b`>``", id="code-span"),
        pytest.param("<https://x.org> 与 <a@x.org>", id="autolink"),
        pytest.param("a < b，3 <4，x<5", id="less-than"),
        pytest.param("一<br>二<br/>三", id="break"),
        pytest.param("H<sub>2</sub>O，<kbd>Ctrl</kbd>", id="closed-inline"),
        pytest.param("一 <!-- 注 --> 二", id="closed-comment"),
        pytest.param("一\n\n---\n\n二", id="rule"),
        pytest.param("- ```\n  a", id="fence-ends-with-its-item"),
        pytest.param("- 一\n---\n二", id="rule-after-item"),
        pytest.param("| a |\n| --- |\n| b |", id="table"),
        pytest.param("见 [1]：文", id="bracket"),
    ],
)
def test_no_fault(text: str):
    assert list(faults(text)) == []


@pytest.mark.parametrize("tag", ["sub", "sup", "kbd", "b", "i", "em", "strong", "code", "del", "s", "ins"])
def test_a_tag_that_readers_see(tag):
    assert list(faults(f"字<{tag}>字</{tag}>")) == []
    assert [fault.what for fault in faults(f"字</{tag}>")] == [f"里的“</{tag}>”没有对应的开头"]


@pytest.mark.parametrize("tag", ["br", "wbr", "br/"])
def test_a_tag_without_an_end(tag):
    assert list(faults(f"字<{tag}>字")) == []
