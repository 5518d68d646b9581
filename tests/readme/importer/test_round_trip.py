"""Import, then regenerate: the page is the same to the letter, whatever stood in it."""

from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from imported_pages import MARK, PAGE, proves_whole, regenerated, shown

from bot.readme.importer.read import read_readme

PAGES = {
    "CRLF": "# 列表\r\n\r\n- [甲](https://a.cn) - 说明\r\n- [乙](https://b.cn) - 说明  \r\n",
    "byte order mark": "\ufeff# 列表\n\n- [甲](https://a.cn) - 说明\n",
    "no final newline": "- [甲](https://a.cn) - 说明",
    "trailing blanks": "- [甲](https://a.cn) - 说明  \n- [乙](https://b.cn) - 说明\t\n\n\n\n",
    "blank lines of different number": "- [甲](https://a.cn)\n\n\n- [乙](https://b.cn)\n- [丙](https://c.cn)\n",
    "blanks on blank lines": "1.  甲\n    \n    https://a.cn/x\n    \n2.  乙\n    \n    https://b.cn/x\n    \n",
    "template marks": "{{ entries('x') }} {% if %} {# a #} {{{\n\n- [{{甲}}](https://a.cn) - {% x %}\n",
    "no-break spaces": "### 甲\n\n\u00a0\u00a0说明：https://github.com/a/a\n\n### 乙\n\n\u00a0https://github.com/b/b\n",
    "the same name twice": "- [甲](https://a.cn) - 一\n- [甲](https://a.cn) - 一\n",
    "entry in a quote": "> - [甲](https://a.cn)\n\n- [乙](https://b.cn)\n",
    "table in a list": "- [甲](https://a.cn)\n\n  | a | b |\n  |---|---|\n  | [乙](https://b.cn) | c |\n",
    "deep nesting": "".join(f"{'  ' * depth}- [x{depth}](https://a.cn/{depth})\n" for depth in range(60)),
    "the same words on lines of their own": "- [甲](https://a.cn) - 一\n  - [甲](https://a.cn) - 一\n- [丙](https://c.cn)\n",
    "old Mac line ends": "# 列表\r\r- [甲](https://a.cn)\r",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in PAGES.items()])
def test_nothing_is_lost(text: str):
    proves_whole(text)


@given(PAGE)
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_of_any_list(text: str):
    proves_whole(text, closed=True)


@given(st.text(alphabet="-*#>|`~[]()<>!{}%:/ \n\t\\&a甲1.\u00a0\u2028\x85\x0c", max_size=120))
@example("```\n- [a](b)")
@settings(max_examples=500, deadline=None)
def test_any_text_is_read(text: str):
    proves_whole(text, closed=False)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("- [甲](https://a.cn)\n\n```\n码", "```"),
        ("~~~~ sh\n码\n~~~", "~~~~"),
        ("文字\n\n<!-- 注", "-->"),
        ("<pre>\n码", "</pre>"),
        ("文字\n<pre>\n码", "</pre>"),
        ("```a`b\n```\n码", "```"),
    ],
    ids=["fence", "long-fence", "comment", "pre", "pre-after-text", "fence-after-code"],
)
def test_what_is_left_open_is_closed_before_the_mark(text: str, closing: str):
    page = regenerated(text)
    assert MARK.sub("", page).rstrip() == f"{text}\n{closing}"
    assert "curate" not in shown(page)


def test_entries_that_fit_need_no_body():
    text = dedent("""
        ## 工具
        - [甲](https://a.cn) - 第一个
        - [乙](https://b.cn) - 第二个，见[说明](https://b.cn/x)
        - [丙](https://c.cn) — 第三个
    """).lstrip()
    from bot.readme.importer.restructure import fitted

    catalog = fitted(read_readme(text, "README.md").catalog)
    assert catalog.list.sections[0].show == "- [{name}]({url}){ - description}"
    assert [(record.description, record.body, dict(record.extra)) for record in catalog.records] == [
        ("第一个", "", {}),
        ("第二个，见[说明](https://b.cn/x)", "", {}),
        ("第三个", "", {"show": "- [{name}]({url}){ — description}"}),
    ]
