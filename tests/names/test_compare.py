"""How two names stand to each other, pair by pair."""

import pytest

from bot.names.compare import kinship, marks, telling, title, words

# Words that tell two editions of one project apart: Kettle and Kettle Mini are variants, neither one nor strangers.
EDITIONS = [
    "mini",
    "small",
    "medium",
    "large",
    "xl",
    "xxl",
    "tiny",
    "nano",
    "base",
    "chat",
    "instruct",
    "lite",
    "pro",
    "plus",
    "turbo",
    "max",
    "ultra",
    "vision",
    "coder",
    "math",
    "zh",
    "cn",
    "en",
    "chinese",
    "english",
    "gguf",
    "gptq",
    "awq",
    "hf",
    "sft",
    "rlhf",
    "lora",
    "alpha",
    "beta",
    "preview",
    "i",
    "ii",
    "iii",
    "iv",
    "一",
    "二",
    "三",
    "四",
    "五",
    "上",
    "下",
    "中",
    "第",
    "卷",
    "期",
    "部分",
    "part",
    "next",
    "new",
    "legacy",
    "clean",
    "train",
    "test",
    "dev",
]
# Words that say what a thing is, not which: Kettle and Kettle Handbook are one name.
GENERIC = [
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "and",
    "to",
    "by",
    "with",
    "on",
    "at",
    "from",
    "io",
    "com",
    "org",
    "net",
    "ai",
    "app",
    "js",
    "py",
    "site",
    "website",
    "web",
    "official",
    "homepage",
    "book",
    "books",
    "handbook",
    "guide",
    "guides",
    "tutorial",
    "tutorials",
    "course",
    "courses",
    "question",
    "questions",
    "blog",
    "search",
    "engine",
    "library",
    "lib",
    "framework",
    "toolkit",
    "tool",
    "tools",
    "collection",
    "list",
    "lists",
    "awesome",
    "repo",
    "repository",
    "project",
    "github",
    "online",
    "docs",
    "documentation",
    "wiki",
    "edition",
    "your",
    "you",
    "s",
    "官网",
    "官方",
    "网站",
    "中文",
    "中文版",
    "教程",
    "指南",
    "手册",
    "文档",
    "博客",
    "数据集",
    "数据",
    "模型",
    "工具",
    "库",
    "框架",
    "项目",
    "的",
    "社区",
    "系列",
    "课程",
    "翻译",
    "版",
]


@pytest.mark.parametrize(("one", "other", "expected"), [
    pytest.param("Reverse Interview", "reverse-interview questions", "same", id="a word that says what it is"),
    pytest.param("2017-Front End Handbook", "Front End Handbook", "same", id="a year in front"),
    pytest.param("gauge ★ 502 ⧗ 0", "Gauge ★ 267 ⧗ 3", "same", id="counts of stars"),
    pytest.param("wepy-mask：给小程序用的模板", "wepy-mask: a template", "same", id="explained after a colon"),
    pytest.param("Codebox", "Codebox.io", "same", id="a domain"),
    pytest.param("imrpess.js", "impress.js", "near", id="a slip of the pen"),
    pytest.param("Dolly", "Dolly 2.0", "variant", id="successor"),
    pytest.param("Kite-7B", "Kite-13B", "variant", id="sizes"),
    pytest.param("CS25: Transformers United V4", "CS25: Transformers United V5", "variant", id="years of a course"),
    pytest.param("Qin", "Qin Creator", "part", id="a product of the product"),
    pytest.param("DuReader-checklist", "DuReader-robust", "siblings", id="two of a family"),
    pytest.param("BayLing", "OpenChat", "strangers", id="nothing in common"),
])  # fmt: skip
def test_kinship(one, other, expected):
    assert kinship(one, other) == expected
    assert kinship(other, one) == expected


@pytest.mark.parametrize("word", EDITIONS)
def test_editions(word):
    assert kinship("Kettle", f"Kettle {word}") == "variant"
    assert telling(f"kettle {word}") == {"kettle"}


@pytest.mark.parametrize("word", ["int4", "int8"])
def test_a_number_of_bits_is_a_mark(word):
    assert marks(f"Kettle {word}") == {word.rstrip("0123456789"), word[-1]} - {"int"}


@pytest.mark.parametrize("word", ["v", "b", "m", "k", "x"])
def test_units_are_no_marks(word):
    assert marks(f"kettle {word}") == frozenset()
    assert kinship("Kettle", f"Kettle {word}") == "same"


@pytest.mark.parametrize("word", GENERIC)
def test_words_that_say_nothing(word):
    assert kinship("Kettle", f"Kettle {word}") == "same"
    assert telling(f"kettle {word}") == {"kettle"}


@pytest.mark.parametrize(("name", "expected"), [
    ("wepy-template：a template", "wepy-template"), ("Kite | a kite", "Kite"), ("Kite｜风筝", "Kite"),
    ("Kite — a kite", "Kite"), ("Kite – a kite", "Kite"), ("Kite - a kite", "Kite"), ("Kite: a kite", "Kite"),
    ("Kite-Lid", "Kite-Lid"), ("Kite", "Kite"), ("AB: two letters are no name", "AB: two letters are no name"),
    ("ABC: three are", "ABC"), ("Kite : a : b", "Kite"),
])  # fmt: skip
def test_title(name, expected):
    assert title(name) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("C++ and C#", {"c++", "and", "c#"}), ("OpenChat", {"open", "chat"}), ("ChatGLM2-6B", {"chatglm", "2", "6", "b"}),
    ("Qwen1.5", {"qwen", "1.5"}), ("白泽Baize 大模型", {"白泽", "baize", "大模型"}), ("gauge ★ 502", {"gauge"}),
    ("機器學習", {"机器学习"}), ("ABTest", {"abtest"}), ("aBc", {"a", "bc"}),
])  # fmt: skip
def test_words(name, expected):
    assert words(name) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("Kettle 2", {"kettle"}), ("The Guide", {"the", "guide"}), ("Mini 2", {"mini", "2"}), ("2048", {"2048"}),
    ("Awesome Kettle Chat", {"kettle"}),
])  # fmt: skip
def test_telling(name, expected):
    assert telling(name) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [
    pytest.param("!!!", "!!!", "strangers", id="nothing to compare"),
    pytest.param("Kettle", "Kettle", "same", id="to the letter"),
    pytest.param("Kettle 1999", "Kettle", "same", id="a year of the last century"),
    pytest.param("Kettle 2019", "Kettle", "same", id="a year"),
    pytest.param("Kettle 1899", "Kettle", "variant", id="a number that is no year"),
    pytest.param("Kettle 2019", "Kettle 2020", "variant", id="two years"),
    pytest.param("Kettle Tea", "Kettle Tea 2", "variant", id="a number more"),
    pytest.param("Kettle Tea", "Kettle 2", "siblings", id="a word and a number apart"),
    pytest.param("kite", "kito", "strangers", id="one letter of four is no slip of the pen"),
    pytest.param("b" * 43 + "c" * 7, "b" * 43 + "d" * 7, "near", id="86 of 100"),
    pytest.param("b" * 42 + "c" * 8, "b" * 42 + "d" * 8, "siblings", id="84 of 100"),
    pytest.param("kite", "kites", "near", id="a letter more is"),
    pytest.param("中a甲乙", "中a丙丁", "siblings", id="one Chinese character in two"),
    pytest.param("lantern", "lanterm", "siblings", id="nor one of seven"),
    pytest.param("lanterns", "lanternz", "near", id="one letter of eight is"),
    pytest.param("lanterns", "lanternz 2", "siblings", id="but not with another number"),
    pytest.param("abcdxyz", "abcdqrs", "siblings", id="four letters in common"),
    pytest.param("abcxyzw", "abcqrst", "strangers", id="three letters in common"),
    pytest.param("中文甲乙", "中文丙丁", "siblings", id="two characters in common"),
    pytest.param("中甲乙丙", "中丁戊己", "strangers", id="one character in common"),
    pytest.param("ab", "abxyzw", "siblings", id="one begins the other"),
    pytest.param("a", "axyzwv", "strangers", id="a letter begins many"),
    pytest.param("Kettle Pot", "Pot Lantern", "siblings", id="a word in common"),
])  # fmt: skip
def test_kinship_on_both_sides_of_each_line(one, other, expected):
    assert kinship(one, other) == expected
    assert kinship(other, one) == expected
