"""Both sides of the numbers that the analyses stand on, and every word of their tables."""

from datetime import date

import pytest

from bot.catalog.model import Link, Record
from bot.lint.analysis.same_page import main_link
from bot.lint.analysis.similar_descriptions import pairs
from bot.lint.engine import run
from bot.lint.page_context import page_context

TODAY = date(2026, 1, 1)
NAMES = [
    "Lantern",
    "Beacon",
    "Anchor",
    "Harbour",
    "Kettle",
    "Wick",
    "Grapple",
    "Mortar",
    "Pulley",
    "Ratchet",
    "Sextant",
    "Trowel",
    "Vellum",
]


def told(page: str, *codes: str) -> list[tuple[str, str, int]]:
    found = run(page_context(page, "README.md", TODAY))
    return [(one.code, one.severity, one.place.line) for one in found if not codes or one.code in codes]


def items(names, owner="lab") -> str:
    return "".join(f"- [{name}](https://github.com/{owner}/{name.lower()}) - {name} 的说明\n" for name in names)


@pytest.mark.parametrize(("mentions", "noted"), [(1, True), (2, True), (3, False)])
def test_what_is_mentioned_often_is_a_resource(mentions, noted):
    sections = "".join(
        f"\n## 节{at}\n{items([NAMES[at + 1]])}\n参见 [Lantern](https://github.com/lab/lantern)\n"
        for at in range(mentions)
    )
    assert bool(told(f"# 列表\n\n## 甲\n{items(['Lantern'])}{sections}", "DUP001")) is noted


@pytest.mark.parametrize(("count", "found"), [(2, True), (3, True), (4, False)])
def test_a_name_that_many_have_is_a_heading(count, found):
    hosts = ("rope.dev", "wood.org", "salt.net", "moon.io")[:count]
    page = "# 列表\n\n" + "".join(f"- [Lantern](https://{host}/a) - {host}\n" for host in hosts)
    assert bool(told(page, "DUP002")) is found


@pytest.mark.parametrize(("shared", "findings"), [
    (5, [("DUP001", "warning", line) for line in range(19, 24)]), (6, [("DUP001", "info", 24)]), (7, [("DUP001", "info", 25)]),
])  # fmt: skip
def test_a_section_that_repeats_another(shared, findings):
    assert told(f"# 列表\n\n## 全部\n{items(NAMES)}\n## 精选\n{items(NAMES[:shared])}") == findings


def described(*texts: str) -> str:
    return "# 列表\n\n" + "".join(
        f"- [{name}](https://{name.lower()}.dev/) - {text}\n" for name, text in zip(NAMES, texts, strict=False)
    )


TEXT = "这个项目用五十万条人工撰写的对话微调一个七十亿参数的模型并且公开了权重和训练代码"


def found_pairs(*texts: str):
    return pairs(page_context(described(*texts), "README.md", TODAY))


@pytest.mark.parametrize(("copies", "count"), [(1, 0), (2, 1), (3, 0)])
def test_a_text_that_three_have_is_a_template(copies, count):
    assert len(found_pairs(*[TEXT] * copies)) == count


@pytest.mark.parametrize("char", "英日韩德法俄西大小长短上下前后左右男女新旧一二三四五六七八九十百千万亿")
def test_a_character_that_tells_two_apart(char):
    (pair,) = found_pairs(TEXT.replace("人工", "中工"), TEXT.replace("人工", f"{char}工"))
    assert pair.apart == 1


@pytest.mark.parametrize(("one", "other", "apart"), [
    pytest.param("人工", "甲工", 0, id="another character"), pytest.param("人工", "中工", 0, id="only one of them telling"),
    pytest.param("50 人工", "60 人工", 1, id="a number"), pytest.param("人工", "8 人工", 1, id="a number more"),
    pytest.param("人工", "人工甲乙", 0, id="more said"), pytest.param("ropes 人工", "roped 人工", 0, id="a spelling"),
    pytest.param("rope 人工", "wood 人工", 1, id="another word"),
])  # fmt: skip
def test_what_sets_two_texts_apart(one, other, apart):
    (pair,) = found_pairs(TEXT.replace("人工", one), TEXT.replace("人工", other))
    assert pair.apart == apart


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "an",
        "the",
        "in",
        "on",
        "of",
        "for",
        "to",
        "and",
        "or",
        "with",
        "by",
        "at",
        "as",
        "is",
        "are",
        "be",
        "from",
        "using",
        "via",
        "that",
        "which",
        "的",
        "了",
        "是",
        "和",
        "与",
        "及",
    ],
)
def test_words_that_say_nothing_are_not_counted(word):
    plain = TEXT.replace("的", "").replace("和", "").replace("了", "")
    (pair,) = found_pairs(f"{plain} {word}", f"{plain} {word}")
    assert pair.size == len(plain)


def test_a_word_counts_as_two_characters():
    (pair,) = found_pairs(f"{TEXT} rope", f"{TEXT} rope")
    (other,) = found_pairs(TEXT, TEXT)
    assert pair.size == other.size + 2


def first(*links: tuple[str, str]) -> str:
    link = main_link(Record("x", "m", "Kettle", links=tuple(Link(url, label=label) for label, url in links)))
    return link.url if link else ""


PAGE = "https://a.org/x"


@pytest.mark.parametrize("label", ["License", "licence", "MIT License", "star", "Stars", "a badge", "an icon"])
def test_a_badge_does_not_stand_for_an_entry(label):
    assert first((label, "https://b.org/y"), ("页面", PAGE)) == PAGE


@pytest.mark.parametrize("url", [
    "https://b.org/license", "https://b.org/licences/x", "https://b.org/LICENSE", "https://b.org/x?license:mit", "https://img.shields.io/x", "https://tosdr.org/x",
    "https://b.org/badge.svg",
])  # fmt: skip
def test_a_licence_does_not(url):
    assert first(("甲", url), ("页面", PAGE)) == PAGE


@pytest.mark.parametrize(
    ("label", "url"), [("Starship", "https://b.org/y"), ("iconic", "https://b.org/y"), ("甲", "https://b.org/licensed")]
)
def test_what_only_looks_like_one_does(label, url):
    assert first((label, url), ("页面", PAGE)) == url


def test_the_link_that_carries_the_name_stands_for_it():
    assert first(("演示", "https://b.org/y"), ("Kettle", PAGE)) == PAGE
    assert first(("演示", "https://b.org/y"), ("页面", PAGE)) == "https://b.org/y"
    assert first(("License", "https://b.org/y")) == ""
