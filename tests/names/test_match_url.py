"""How well a name fits an address: to the number, because rules stand on 0.45, 0.85 and 0.97."""

import pytest

from bot.names.match_url import fit, forms, numbers, pieces

# Parts of addresses that say nothing about the project.
DULL = [
    "www",
    "com",
    "org",
    "net",
    "io",
    "cn",
    "ai",
    "app",
    "dev",
    "co",
    "github",
    "gitlab",
    "gitee",
    "huggingface",
    "arxiv",
    "abs",
    "pdf",
    "html",
    "htm",
    "php",
    "index",
    "tree",
    "blob",
    "main",
    "master",
    "datasets",
    "spaces",
    "models",
    "wiki",
    "docs",
    "doc",
    "blog",
    "readme",
    "md",
    "en",
    "zh",
    "cn",
    "item",
    "questions",
    "question",
    "article",
    "articles",
    "posts",
    "post",
    "p",
    "s",
    "a",
    "archives",
    "archive",
    "issues",
    "releases",
    "user",
    "channel",
    "watch",
    "watchv",
    "id",
    "raw",
    "view",
    "user",
    "users",
]


@pytest.mark.parametrize(("name", "url", "expected"), [
    pytest.param("Open Chat", "https://x.org/openchat", 1, id="the whole name in one word"),
    pytest.param("StarCoder 2", "https://github.com/bigcode/starcoder2", 1, id="with its number"),
    pytest.param("Kettle", "https://kettle.dev", 1, id="the host"),
    pytest.param("Kettle Guide", "https://x.org/kettle", 1, id="without what any project may be called"),
    pytest.param("白泽 Baize", "https://x.org/baize", 1, id="a second name"),
    pytest.param("Kettle", "https://github.com/a/kettle-lid", 0.8 + 0.2 * 6 / 9, id="the name within a word"),
    pytest.param("Kettlelid", "https://github.com/a/kettle", 0.8 + 0.2 * 6 / 9, id="a word within the name"),
    pytest.param("abc", "https://x.org/abcdef", 0.9, id="three letters of six"),
    pytest.param("Ab C", "https://x.org/abcdefghi", 0.8 + 0.2 / 3, id="three letters of nine"),
    pytest.param("ab", "https://x.org/abcdef", 0, id="two letters are too few"),
    pytest.param("Kettle", "https://github.com/a/kettel", 10 / 12, id="a slip of the pen"),
    pytest.param("Lamps", "https://x.org/lamqt", 0.75 * 6 / 10, id="under four fifths, three quarters of that"),
    pytest.param("abcde", "https://x.org/abcdz", 0.8, id="four fifths to the letter"),
    pytest.param("Kettle", "https://github.com/a/pot", 0.75 * 2 / 9, id="hardly a letter"),
    pytest.param("Segment Anything", "https://github.com/x/sa", 0.9, id="initials"),
    pytest.param("Segment Anything 3", "https://github.com/x/sa3", 0.9, id="initials and the number"),
    pytest.param("Segment Anything 3", "https://github.com/x/sa2", 0.75 / 4, id="initials of another version"),
    pytest.param("GPT 4 All", "https://g.co/g4a", 0.9, id="initials around a number"),
    pytest.param("Big Red Dog House", "https://x.org/brd", 0.9, id="the first three initials"),
    pytest.param("Segment Anything", "https://x.org/s", 0.75 * 2 / 11, id="one letter is no initials"),
    pytest.param("Raw Kettle", "https://x.zz/raw/x", 0.9 / 2, id="one of two words, in a part that says nothing"),
    pytest.param("!!!", "https://x.org/abc", 0, id="no letters"),
])  # fmt: skip
def test_fit(name, url, expected):
    assert fit(name, url) == pytest.approx(expected)


@pytest.mark.parametrize("word", DULL)
def test_dull_parts_of_an_address(word):
    assert pieces(f"https://x.zz/{word}/kettle") == ("x", "kettle", "xzz")


@pytest.mark.parametrize(("url", "expected"), [
    ("https://kettle.tea.dev/pot", ("kettle", "tea", "pot", "teadev")),
    ("https://x.zz/pot.html", ("x", "pothtml", "pot", "xzz")),
    *((f"https://x.zz/pot{end}", ("x", f"pot{end}", "pot", "xzz")) for end in ("pdf", "php", "asp", "aspx", "md", "htm")),
    ("https://x.zz/htmlpot", ("x", "htmlpot", "xzz")),
    ("https://x.zz/a1?b1=c1&d1#e1", ("x", "a1", "b1", "c1", "d1", "e1", "xzz")),
    ("https://x.zz/a1@b1:c1+d1", ("x", "a1", "b1", "c1", "d1", "xzz")),
])  # fmt: skip
def test_pieces(url, expected):
    assert pieces(url) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("Open Chat", {"openchat", "open"}), ("StarCoder 2", {"starcoder2", "starcoder", "star"}),
    ("Kettle Guide", {"kettle"}), ("Rose Lamp Guide", {"rose", "lamp", "roselamp"}), ("The Guide", {"theguide", "the", "guide"}), ("impress.js", {"impressjs", "impress"}),
    ("白泽 Baize", {"baize"}), ("白泽", {"白泽"}), ("AB", {"ab"}), ("C", {"c"}), ("Kettle 教程", {"kettle"}),
    ("Kettle: a pot", {"kettle"}), ("Go Fly Kite", {"goflykite", "fly", "kite"}),
])  # fmt: skip
def test_forms(name, expected):
    assert set(forms(name)) == expected


@pytest.mark.parametrize(("text", "expected"), [("a2-b3.5", {"2", "3.5"}), ("kettle", set()), ("7b", {"7"})])
def test_numbers(text, expected):
    assert numbers(text) == expected
