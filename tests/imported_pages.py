"""Pages made up of the shapes that lists come in, and the proof that an import loses nothing of one."""

import re

from cmarkgfm import cmark, github_flavored_markdown_to_html
from hypothesis import strategies as st

from bot.flows.import_ import plain
from bot.markdown.page import BLANK
from bot.readme.generate.page import readme
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fitted

MARK = re.compile(r"\n\[/{2,}\]: # \(curate:sha256:[0-9a-f]{64}\)\n\Z")


def shown(markdown: str) -> str:
    """GitHub's own HTML of a page, trailing white space and runs of blank lines aside."""
    page = github_flavored_markdown_to_html(markdown, cmark.Options.CMARK_OPT_UNSAFE)
    return re.sub(r"\n{2,}", "\n", re.sub(r"[ \t]+$", "", page, flags=re.MULTILINE)).strip()


def regenerated(text: str) -> str:
    read = read_readme(text, "README.md")
    return readme(fitted(read.catalog), read.template)


def proves_whole(text: str, *, closed: bool = True) -> None:
    """Import, regenerate: the same text, the same page, and the same catalog when that page is imported again."""
    page = regenerated(text)
    body = MARK.sub("", page)
    if closed:
        assert body.rstrip(BLANK) == plain(text)
        assert shown(page) == shown(text)
    else:
        assert body.startswith(plain(text))
    first, again = read_readme(text, "README.md"), read_readme(page, "README.md")
    assert again.catalog == first.catalog
    assert regenerated(page) == page


WORDS = st.sampled_from(
    [
        "甲",
        "ChatYuan",
        "通义千问Qwen-7B",
        "a_b",
        "C++",
        "*星*",
        "{{ x }}",
        "{% raw %}",
        "{#",
        "&amp;",
        "\u00a0",
        "|",
        "1.",
        "[方]",
        "`码`",
        "<b>",
        "更新于2023年4月21日",
        "：",
        "——",
    ]
)
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
URL = st.sampled_from(
    [
        "https://a.cn/x",
        "https://github.com/a/b",
        "http://c.cn/x_(y)",
        "https://d.cn/?a=1&b=2",
        "#甲",
        "docs/x.md",
        "hhttps://e.cn/",
        "<https://f.cn/x y>",
    ]
)
LINK = st.builds("[{}]({})".format, TEXT, URL)
ENTRY = st.builds("{}{}{}".format, LINK, st.sampled_from([" - ", "：", " – ", ""]), TEXT)
LISTED = st.builds(
    "{}{} {}".format, st.sampled_from(["", "  ", "    ", "\t"]), st.sampled_from(["-", "*", "+", "1.", "10."]), ENTRY
)
LIST = st.lists(LISTED, min_size=1, max_size=5).flatmap(
    lambda items: st.sampled_from(["\n", "\n\n", "\n  \n"]).map(lambda between: between.join(items))
)
TABLE = st.lists(st.builds("| {} | {} |".format, LINK, TEXT), min_size=1, max_size=4).map(
    lambda rows: "\n".join(["| 名称 | 说明 |", "|---|---|", *rows])
)
HEADING = st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "####"]), st.one_of(TEXT, LINK))
SETEXT = st.builds("{}\n{}".format, TEXT, st.sampled_from(["===", "---"]))
PROSE = st.one_of(TEXT, ENTRY, st.builds("{}\n\nhttps://github.com/a/{}".format, TEXT, WORDS))
HTML = st.sampled_from(
    [
        '<details><summary><a href="https://a.cn">甲</a></summary>\n\n- 说明\n</details>',
        "<!-- 注 -->",
        "<br>",
        '<table>\n<tr><td><a href="https://a.cn">甲</a></td></tr>\n</table>',
    ]
)
CODE = st.sampled_from(["```\n- [甲](https://a.cn)\n```", "    - [甲](https://a.cn)", "~~~\n{{ x }}\n~~~"])
REFERENCE = st.sampled_from(["[方]: https://r.cn", "[^1]: 脚注", "---", "> - [甲](https://a.cn)"])
BLOCK = st.one_of(LIST, LIST, TABLE, HEADING, SETEXT, PROSE, HTML, CODE, REFERENCE)
PAGE = st.lists(BLOCK, max_size=12).flatmap(
    lambda blocks: st.sampled_from(["\n\n", "\n", "\n\n\n"]).map(lambda between: between.join(blocks) + "\n")
)
