"""Which links a piece of Markdown holds, where they stand, and what a reader sees of them."""

import pytest

from bot.markdown.links import links

CASES = [
    ("named", "- [甲](https://a.cn/x) - 说明", [("https://a.cn/x", "甲")]),
    ("two on a line", "[甲](https://a.cn)、[乙](https://b.cn)", [("https://a.cn", "甲"), ("https://b.cn", "乙")]),
    ("title", '[甲](https://a.cn/x "标题")', [("https://a.cn/x", "甲")]),
    ("brackets in the name", "[[笔记] 甲](https://a.cn/x)", [("https://a.cn/x", "[笔记] 甲")]),
    ("parentheses in the URL", "[甲](https://a.cn/x_(y))", [("https://a.cn/x_(y)", "甲")]),
    ("angle brackets", "[甲](<https://a.cn/x y>)", [("https://a.cn/x y", "甲")]),
    ("emphasis in the name", "[**甲** `乙`](https://a.cn)", [("https://a.cn", "甲 乙")]),
    ("escapes", r"[a\_b](https://a.cn/x\_y)", [("https://a.cn/x_y", "a_b")]),
    ("entity", "[甲](https://a.cn/?a=1&amp;b=2)", [("https://a.cn/?a=1&b=2", "甲")]),
    ("badge", "[![构建](https://i.cn/b.svg)](https://a.cn)", [("https://a.cn", "构建")]),
    ("picture only", "![图](https://i.cn/p.png)", []),
    ("reference", "[甲][k] 与 [k]", [("https://r.cn", "甲"), ("https://r.cn", "k")]),
    ("unknown reference", "[x] 和 [甲][没有]", []),
    ("code", "`[甲](https://a.cn)` 与 ``https://b.cn``", []),
    ("open code", "` [甲](https://a.cn)", [("https://a.cn", "甲")]),
    ("autolink", "<https://a.cn/x>", [("https://a.cn/x", "")]),
    ("bare", "见 https://a.cn/x。", [("https://a.cn/x", "")]),
    ("bare, brackets of a Chinese title", "见 https://a.cn/灯（消歧义）", [("https://a.cn/灯（消歧义）", "")]),
    ("bare, brackets and more", "https://a.cn/灯（上）.html 好", [("https://a.cn/灯（上）.html", "")]),
    ("bare, a remark in brackets", "https://a.cn/xy（官网）", [("https://a.cn/xy", "")]),
    ("bare, in Chinese brackets", "（https://a.cn/灯）", [("https://a.cn/灯", "")]),
    ("bare, full-width colon", "见 https：//a.cn/xy 与", [("https：//a.cn/xy", "")]),
    ("mistyped text of a link", "[htps://a.cn/xy](https://a.cn/xy)", [("https://a.cn/xy", "htps://a.cn/xy")]),
    ("mistyped, in brackets", "【htps://a.cn/xy】", [("htps://a.cn/xy", "")]),
    ("bare, a file with a Chinese name", "见 https://a.cn/灯塔.html", [("https://a.cn/灯塔.html", "")]),
    ("bare, a folder with a Chinese name", "见 https://a.cn/灯塔/b", [("https://a.cn/灯塔/b", "")]),
    ("bare, no colon", "见 http//a.cn/xyz", [("http//a.cn/xyz", "")]),
    ("no address after two slashes", "http//不是网址 与 https：//", []),
    ("bare with words before", "地址：https://a.cn/x", [("https://a.cn/x", "地址")]),
    ("bare, escaped underscore", r"https://a.cn/x\_y", [("https://a.cn/x_y", "")]),
    ("bare in brackets", "（https://a.cn/x）(https://b.cn/y)", [("https://a.cn/x", ""), ("https://b.cn/y", "")]),
    ("text is a URL", "[https://a.cn](https://b.cn)", [("https://b.cn", "https://a.cn")]),
    ("HTML", '<a class="b" href="https://a.cn?x&amp;y">甲<br>乙</a>', [("https://a.cn?x&y", "甲乙")]),
    ("HTML, badge", "<a href='https://a.cn'><img src=x></a>", [("https://a.cn", "")]),
    ("comment", "<!-- [甲](https://a.cn) --> [乙](https://b.cn)", [("https://b.cn", "乙")]),
    ("to a heading", "[甲](#甲)", [("#甲", "甲")]),
    ("doubled parentheses", "[甲]((https://a.cn/x))", [("(https://a.cn/x)", "甲")]),
    ("relative", "[甲](docs/a.md)", [("docs/a.md", "甲")]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_links(text: str, expected: list[tuple[str, str]]):
    assert [(link.url, link.label) for link in links(text, 0, {"k": "https://r.cn"})] == expected


BROKEN = [
    ("spare bracket before an anchor", "[甲]](#乙) 说明", "#乙", "甲"),
    ("anchor in square brackets", "[甲][#乙] 说明", "#乙", "甲"),
    ("doubled bracket before an anchor", "[甲]((#乙) 说明", "#乙", "甲"),
    ("first bracket lost before an anchor", "- 甲](#乙)", "#乙", "甲"),
    ("full-width brackets around a path", "[甲]（docs/a.md）", "docs/a.md", "甲"),
    ("black brackets around a path", "[甲]【docs/a.md】", "docs/a.md", "甲"),
    ("black brackets around the name", "【甲】(docs/a.md)", "docs/a.md", "甲"),
    ("a blank before a path", "[甲] (docs/a.md)", "docs/a.md", "甲"),
    ("a blank between", "[甲] (https://a.cn/x) 说明", "https://a.cn/x", "甲"),
    ("full-width brackets", "[甲]（https://a.cn/x）说明", "https://a.cn/x", "甲"),
    ("square brackets", "[甲][https://a.cn/x] 说明", "https://a.cn/x", "甲"),
    ("wrong closing", "[甲](https://a.cn/x] 说明", "https://a.cn/x", "甲"),
    ("words instead of a URL", "[甲](一个 工具) 说明", "一个 工具", "甲"),
    ("a blank in the URL", "[甲](https://a.cn/ x)", "https://a.cn/ x", "甲"),
    ("scheme mistyped", "地址：hhttps://a.cn/x", "hhttps://a.cn/x", "地址"),
    ("no slashes", "https:github.com/a/b", "https:github.com/a/b", ""),
    ("comma glued", "https://github.com/a/b，中文说明", "https://github.com/a/b", ""),
    ("words glued", "https://github.com/a/b中文说明", "https://github.com/a/b", ""),
    ("bracket not closed", "[甲(https://a.cn/x) 说明", "https://a.cn/x", "甲"),
    ("bracket closed too late", "[甲(https://a.cn/x)] 说明", "https://a.cn/x", "甲"),
    ("bracket not closed, another link after it", "[甲(https://a.cn/x)[J]. 说明", "https://a.cn/x", "甲"),
    ("bracket not opened", "说明 甲](https://a.cn/x)", "https://a.cn/x", ""),
    ("round for square", "另有(甲](https://a.cn/x)可看", "https://a.cn/x", "甲"),
    ("closed twice", "[甲]](https://a.cn/x)", "https://a.cn/x", "甲"),
    ("swapped", "(甲)[https://a.cn/x]", "https://a.cn/x", "甲"),
    ("target outside", "[甲]()https://a.cn/x) 说明", "https://a.cn/x", "甲"),
    ("one in another", "[[甲](https://a.cn/x)](https://b.cn/y)", "https://b.cn/y", "甲"),
    ("HTML without a blank", '<ahref="https://a.cn/x"><b>甲</b></a>', "https://a.cn/x", "甲"),
    ("HTML without a quote", '<a href="https://a.cn/x>甲</a>', "https://a.cn/x", "甲"),
    ("HTML, attribute misspelt", '<a herf="https://a.cn/x">甲</a>', "https://a.cn/x", "甲"),
]


@pytest.mark.parametrize(("text", "url", "label"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_links_that_github_reads_otherwise(text: str, url: str, label: str):
    (link,) = links(text)
    assert (link.url, link.label) == (url, label)
    assert link.written


WHOLE = [
    ("wide letters in a path", "https://zh.wikipedia.org/wiki/人工智能"),
    ("query", "https://a.cn/s?q=模型&p=2"),
    ("fragment", "https://a.cn/x#第一节"),
    ("parentheses", "https://a.cn/x_(y)"),
    ("tilde and dots", "https://a.cn/~b/v1.2"),
    ("file with a Chinese name", "https://github.com/a/b/blob/main/文档/说明.md"),
    ("words to be filled in", "https://github.com/用户名/b/actions"),
]


@pytest.mark.parametrize("url", [pytest.param(case[1], id=case[0]) for case in WHOLE])
def test_a_bare_url_is_taken_whole(url: str):
    (link,) = links(f"见 {url}")
    assert (link.url, link.written) == (url, "")


SOUND = [
    ("a bracketed remark", "[见 (https://a.cn/x)]", 1),
    ("a URL in the text of a link", "[甲(https://a.cn/x)](https://b.cn/y)", 1),
    ("a URL within a longer remark", "[甲(https://a.cn/x)，可看]", 1),
    ("a link in brackets", "[[甲](https://a.cn/x)]", 1),
    ("a picture that is a link", "[![甲](https://a.cn/p.png)](https://b.cn/y)", 1),
    ("an address after a remark", "甲（乙） [https://a.cn/x]", 1),
    ("two links", "[甲](https://a.cn/x)[乙](https://b.cn/y)", 2),
    ("HTML without quotes", "<a href=https://a.cn/x>甲</a>", 1),
    ("HTML with more attributes", '<a class="k" href="https://a.cn/x" target=_blank>甲</a>', 1),
]


@pytest.mark.parametrize(("text", "count"), [pytest.param(*case[1:], id=case[0]) for case in SOUND])
def test_brackets_that_are_no_mistake(text: str, count: int):
    assert [link.written for link in links(text)] == [""] * count


def test_lines_are_those_of_the_url():
    text = "一\n[甲](https://a.cn)\n\n二 https://b.cn/x\n[丙\n丁](https://c.cn)"
    assert [(link.url, link.line) for link in links(text, 10)] == [
        ("https://a.cn", 11), ("https://b.cn/x", 13), ("https://c.cn", 15),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "[a](" * 50_000, "`" * 3 + "` " * 50_000, "<a href=" * 30_000, "<!--" * 50_000, "](" * 50_000,
     "https://a.cn/" + ")" * 100_000, "![" * 50_000 + "]" * 50_000, "*" * 100_000, "&" * 100_000],
    ids=["brackets", "targets", "ticks", "tags", "comments", "closings", "spare-brackets", "images", "stars", "amps"],
)  # fmt: skip
def test_hostile_text_is_read_to_its_end(text: str):
    links(text + "\n")
