"""DUP008: where its findings stand, and which records it leaves alone. Its own examples tell the rest."""

from __future__ import annotations

import pytest
from examples import evidence

from bot.lint.context import LintContext
from bot.lint.discover import rule
from bot.lint.engine import check
from bot.lint.wording import for_maintainer

REPOSITORY = "https://github.com/lamp-lab/lantern"


def linked(*urls: str) -> LintContext:
    return evidence({"record": {"name": "Lantern", "links": [{"url": url} for url in urls]}})


def test_it_stands_at_the_later_link_and_names_the_earlier_one():
    found = list(
        check(rule("dup008"), linked(REPOSITORY, "https://lantern.cn", f"{REPOSITORY}/", f"{REPOSITORY}.git#readme"))
    )
    assert [(f.place.line, f.related[0].line, for_maintainer(f).message) for f in found] == [
        (7, 5, f"“{REPOSITORY}/”与第 5 行的“{REPOSITORY}”是同一个页面"),
        (8, 5, f"“{REPOSITORY}.git#readme”与第 5 行的“{REPOSITORY}”是同一个页面"),
    ]


@pytest.mark.parametrize(
    "one, other, same",
    [
        pytest.param(REPOSITORY, "HTTP://WWW.GitHub.com/Lamp-Lab/Lantern", True, id="spelling"),
        pytest.param(REPOSITORY, f"{REPOSITORY}/tree/main", True, id="default-branch"),
        pytest.param(REPOSITORY, f"{REPOSITORY}?tab=readme-ov-file", True, id="tab"),
        pytest.param(REPOSITORY, f"{REPOSITORY}/tree/v2", False, id="branch"),
        pytest.param(REPOSITORY, f"{REPOSITORY}#使用", False, id="anchor"),
        pytest.param(f"{REPOSITORY}#使用", f"{REPOSITORY}#使用", True, id="anchor-twice"),
        pytest.param(REPOSITORY, f"{REPOSITORY}/blob/main/README.md", False, id="file"),
        pytest.param("https://lantern.cn", "http://www.lantern.cn/index.html", True, id="home-page"),
        pytest.param("https://lantern.cn/a?id=1", "https://lantern.cn/a?id=2", False, id="query"),
        pytest.param("https://lantern.cn/a?id=1", "https://lantern.cn/a?id=1&utm_source=x", True, id="tracking"),
        pytest.param("https://lantern.cn", "https://demo.lantern.cn", False, id="another-host"),
        pytest.param("https://lantern.cn/#/chat", "https://lantern.cn/", False, id="a-page-behind-the-hash"),
        pytest.param(f"{REPOSITORY}/blob/main/a.csv", f"{REPOSITORY}/raw/main/a.csv", False, id="raw-file"),
        pytest.param("https://doi.org/10.1/x", "https://dx.doi.org/10.1/x", True, id="two-names-of-a-site"),
        pytest.param(
            "https://lantern.cn/a", "https://web.archive.org/web/2023/https://lantern.cn/a", False, id="archived"
        ),
        pytest.param("https//lantern.cn/a", "https//lantern.cn/a", True, id="the-same-slip-twice"),
    ],
)
def test_same_page(one: str, other: str, same: bool):
    assert len(list(check(rule("dup008"), linked(one, other)))) == same


def test_an_alias_stands_at_its_own_line():
    found = check(rule("dup008"), evidence({"record": {"name": "Lantern", "aliases": ["灯", "Lantern", "灯"]}}))
    assert [(f.severity, for_maintainer(f).message) for f in found] == [
        ("info", "别名“Lantern”与名称重复"),
        ("info", "别名“灯”与前面的别名重复"),
    ]


def test_what_was_kept_to_the_letter_is_left_alone():
    links = [{"url": REPOSITORY}, {"url": REPOSITORY}]
    kept = {"name": "Lantern", "links": links, "description": None, "body": f"[Lantern]({REPOSITORY}) {REPOSITORY}"}
    assert list(check(rule("dup008"), evidence({"record": kept}))) == []
