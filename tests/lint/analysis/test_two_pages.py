"""What a name is without App, .com, a version, and when two entries are a project's repository and its site."""

import pytest
import yaml
from examples import findings

from bot.lint.analysis.two_pages import core

CORES = {
    "Lantern App": "lantern", "lantern.com": "lantern", "Lantern 2.0": "lantern", "Lantern v3": "lantern",
    "灯笼官网": "", "画框与灯塔官网": "画框与灯塔", "Lantern Desktop 4": "lantern", "lantern-cli": "lantern",
    "Lantern": "lantern", "WhatsApp": "whatsapp", "Go 2": "", "docs": "", "Node.js": "node",
}  # fmt: skip


@pytest.mark.parametrize("name, bare", CORES.items(), ids=CORES)
def test_what_a_name_is_without_what_its_pages_add(name, bare):
    assert core(name) == bare


def told(one, other):
    """The level at which two entries of two sections are told of as one; None where they are not."""
    page = "## 甲\n- [{}]({}) - 会聊天的灯笼\n\n## 乙\n- [{}]({}) - 挂在门口的东西\n".format(*one, *other)
    return next((one.severity for one in findings(yaml.safe_dump({"page": page})) if one.code == "DUP002"), None)


REPOSITORY = ("Lantern", "https://github.com/lamp-lab/lantern")
PAIRS = {
    "App": (REPOSITORY, ("Lantern App", "https://lantern.app"), "info"),
    "domain": (REPOSITORY, ("lantern.io", "https://lantern.io/"), "info"),
    "version": (REPOSITORY, ("Lantern 2", "https://lantern.dev"), "info"),
    "a version that the address has too": (REPOSITORY, ("Lantern 2", "https://lantern2.dev"), None),
    "another site": (REPOSITORY, ("Lantern App", "https://night-market.dev/apps/7"), None),
    "two sites": (("Lantern", "https://lantern.org"), ("Lantern App", "https://lantern.app"), None),
    "two repositories": (REPOSITORY, ("lantern-cli", "https://github.com/sea-lab/lantern-cli"), None),
    "one name, two endings": (("Lantern", "https://lantern.org"), ("Lantern", "https://lantern.com"), "warning"),
    "one name, two companies": (
        ("Lantern", "https://lantern.org"),
        ("Lantern", "https://lantern.big-company.com"),
        "info",
    ),
    "its wiki": (("Lantern", "https://lantern.org"), ("Lantern", "https://wiki.lantern.org"), "info"),
    "a closed forge": (REPOSITORY, ("Lantern", "https://code.google.com/p/lantern"), "warning"),
    "a part of a closed forge": (REPOSITORY, ("Lantern", "https://lantern.codeplex.com"), "warning"),
    "a page of its own site": (("Lantern", "https://lantern.dev"), ("Lantern", "https://lantern.dev/news"), "warning"),
    "a page of another's site": (("Lantern", "https://kite.dev"), ("Lantern", "https://kite.dev/news"), "info"),
}


@pytest.mark.parametrize("one, other, level", PAIRS.values(), ids=PAIRS)
def test_two_pages_of_one_project(one, other, level):
    assert told(one, other) == level


def level_of_double(page):
    return next((one.severity for one in findings(yaml.safe_dump({"page": page})) if one.code == "DUP001"), None)


DOUBLES = {
    "named by its link": "## 甲\n- 中文: [灯芯儿](https://github.com/a/wick) - 分词\n- [灯笼](https://github.com/a/lamp) - 灯\n"
    "\n## 乙\n- [灯芯儿](https://github.com/a/wick) - 中文分词工具\n",
    "named by its address": "## 甲\n- [Wick](https://github.com/a/wick-one) - 灯芯\n"
    "- [https://github.com/a/wick-one](https://github.com/a/wick-one)\n",
    "an older name, the same words": "## 甲\n- [exwick](https://github.com/a/exwick) - JSON for lanterns, based on wick.\n"
    "- [灯笼](https://github.com/a/lamp) - 灯\n- [塔](https://github.com/a/tower) - 高\n"
    "- [wicks](https://github.com/a/exwick) - json for lanterns.\n",
}


@pytest.mark.parametrize("page", DOUBLES.values(), ids=DOUBLES)
def test_one_page_under_what_is_no_other_name(page):
    assert level_of_double(page) in {"warning", "error"}


@pytest.mark.parametrize(("name", "page", "level"), [
    pytest.param("Wick", "docs", "warning", id="a page of its manual"),
    pytest.param("Wick", "about/news", "info", id="another page of a short name"),
    pytest.param("Wick", "wick/docs", "info", id="further in"),
])  # fmt: skip
def test_a_page_that_goes_on_from_another(name, page, level):
    assert told((name, "https://night-market.dev/apps"), (name, f"https://night-market.dev/apps/{page}")) == level


@pytest.mark.parametrize(("name", "level"), [("Lanterns", "info"), ("Lantern", None)], ids=["eight letters", "seven"])
def test_a_name_twice_on_one_site(name, level):
    page = f"## 甲\n- [{name}](https://night-market.dev/apps/7) - 会聊天的灯笼\n- [{name}](https://night-market.dev/lamps/9) - 挂在门口的东西\n"
    found = [one.severity for one in findings(yaml.safe_dump({"page": page})) if one.code == "DUP002"]
    assert found == ([level] if level else [])


PARTED = """
record: {{name: Lantern, slug: one, links: [{{url: "https://github.com/lamp-lab/lantern"}}], relations: {one}}}
catalog:
  - {{name: Lantern, slug: two, links: [{{url: "https://lantern.dev"}}], relations: {two}}}
  - {{name: Night Market, slug: market, links: [{{url: "https://night-market.dev"}}]}}
"""


@pytest.mark.parametrize(("one", "two", "silent"), [
    pytest.param("", "", False, id="nothing"),
    pytest.param("two", "", True, id="a part of the other"),
    pytest.param("", "one", True, id="the other way round"),
    pytest.param("market", "market", True, id="both of a third"),
    pytest.param("market", "", False, id="one of a third"),
])  # fmt: skip
def test_what_the_list_says_is_a_part(one, two, silent):
    relations = [f"[{{type: part-of, record: {whole}}}]" if whole else "[]" for whole in (one, two)]
    found = findings(PARTED.format(one=relations[0], two=relations[1]))
    assert ("DUP002" not in {finding.code for finding in found}) is silent
