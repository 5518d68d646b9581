"""Paths, folders and domains that stand where a URL should, word by word."""

from datetime import date

import pytest

from bot.catalog.model import Link, Record
from bot.lint.analysis import url_typos
from bot.lint.engine import run
from bot.lint.page_context import page_context


def told(line: str) -> list[tuple[str, str]]:
    found = run(page_context(f"# 列表\n\n{line}\n", "README.md", date(2026, 1, 1)))
    return [(one.severity, one.sentence) for one in found if one.code == "LNK005"]


@pytest.mark.parametrize(
    "folder", ["docs", "doc", "assets", "images", "img", "src", "examples", "example", "papers", "data", "wiki"]
)
def test_a_folder_is_no_owner(folder):
    assert told(f"- [Kettle]({folder}/kettle) - 说明") == []


@pytest.mark.parametrize(("path", "found"), [
    ("lamp/kettle", True), *((f"lamp/kettle.{end}", True) for end in ("nvim", "js", "vim", "sh", "zsh")), ("lamp/kettle.md", False), ("lamp/pot", False),
    ("lamp/a/kettle", False), ("./lamp/kettle", False), ("-lamp/kettle", False),
])  # fmt: skip
def test_an_owner_and_a_name_without_a_site(path, found):
    assert told(f"- [Kettle]({path}) - 说明") == ([("warning", "no-site")] if found else [])


def test_a_folder_that_several_links_go_into():
    assert told("- [Kettle](lamp/kettle) - 说明\n- [Pot](lamp/pot) - 说明") == []


@pytest.mark.parametrize(
    ("name", "path", "found"),
    [("Ket", "lamp/ket", True), ("Ke", "lamp/ke", False), ("Ket", "lamp/kettle", True), ("Kettle", "lamp/ket", True)],
)
def test_how_much_of_the_name_the_path_must_hold(name, path, found):
    assert bool(told(f"- [{name}]({path}) - 说明")) is found


@pytest.mark.parametrize("path", ["/Users/a/b.html", "/home/a/b.html"])
def test_a_path_of_ones_own_machine(path):
    assert told(f"- [Kettle]({path}) - 说明") == [("error", "local-path")]


@pytest.mark.parametrize("ending", ["com", "org", "net", "io", "dev", "cn", "ai", "app", "me", "co"])
def test_a_site_that_leads_to_a_file(ending):
    link = f"https://github.com/lamp/list/blob/main/kettle.{ending}"
    assert told(f"- [kettle.{ending}]({link}) - 说明") == [("warning", "file-for-site")]
    assert told(f"- [kettle]({link}) - 说明") == []


@pytest.mark.parametrize("ending", ["md", "py", "txt"])
def test_a_file_that_leads_to_itself(ending):
    assert told(f"- [kettle.{ending}](https://github.com/lamp/list/blob/main/kettle.{ending}) - 说明") == []


@pytest.mark.parametrize(("name", "url", "found"), [
    ("Ext 4 tools", "https://github.com/a/ext-3-tools", [("warning", "other-number")]), ("Ext 4 tools", "https://github.com/a/ext-4-tools", []),
    ("A 4", "https://github.com/a/a-3", []), ("Course 2021", "https://github.com/a/course-21", []), ("Course 2021", "https://github.com/a/course-22", [("warning", "other-number")]),
    ("Ext 04 tools", "https://github.com/a/ext-4-tools", []),
])  # fmt: skip
def test_another_number(name, url, found):
    assert told(f"- [{name}]({url}) - 说明") == found


def test_only_so_many_links_of_an_entry_are_asked_how_its_name_is_spelt(monkeypatch):
    """Each of N links would else be compared with all the others."""
    asked = []
    monkeypatch.setattr(url_typos, "_spelt", lambda urls, name, other: asked.append(len(urls)) or [])
    links = tuple(Link(f"https://a.cn/x{number}", "other") for number in range(3 * url_typos.WITNESSES))
    url_typos._witness(Record("a", "m", "A", links=links), links[0], "kite", "kit")
    assert asked == [url_typos.WITNESSES]
