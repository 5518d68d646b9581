"""A withdrawn entry of an imported page: struck out in its own text, and read back."""

import pytest

from bot.catalog.model import Link, Record
from bot.readme.styles import kept
from bot.readme.styles.struck import unstruck

URL = "https://a.cn"
BACK = [
    pytest.param("- [甲](https://a.cn) - 好", "- ~~[甲](https://a.cn)~~（已撤下：停\\<1\\>） - 好", id="a link"),
    pytest.param("- **甲** https://a.cn", "- **~~甲~~（已撤下：停\\<1\\>）** https://a.cn", id="a name alone"),
    pytest.param(
        "### 甲（2023-01-01）\n\n好。", "### ~~甲~~（已撤下：停\\<1\\>）（2023-01-01）\n\n好。", id="a heading"
    ),
    pytest.param("| 1 | [甲](./jia.md) | 好 |", "| 1 | ~~[甲](./jia.md)~~（已撤下：停\\<1\\>） | 好 |", id="a row"),
    pytest.param("3. 某个工具", "3. ~~某个工具~~（已撤下：停\\<1\\>）", id="words that are not the name"),
    pytest.param(
        '<li><a href="https://a.cn">甲</a></li>',
        '<li><del><a href="https://a.cn">甲</a></del>（已撤下：停&lt;1&gt;）</li>',
        id="HTML",
    ),
]


def gone(body: str, *urls: str) -> Record:
    return Record("jia", "s", "甲", status="withdrawn", reason="停<1>", links=tuple(map(Link, urls)), body=body)


@pytest.mark.parametrize(("body", "shown"), BACK)
def test_there_and_back(body: str, shown: str):
    assert kept(gone(body, URL)) == shown
    assert unstruck(shown) == (body, "停<1>")


def test_a_link_that_the_record_has_no_more_is_not_shown():
    assert kept(gone("- [甲](https://a.cn) - 好")) == "- ~~甲~~（已撤下：停\\<1\\>） - 好"


def test_without_a_reason():
    assert unstruck("- ~~甲~~（已撤下） - 好") == ("- 甲 - 好", "")


@pytest.mark.parametrize("text", ["- 甲", "- ~~甲~~ 旧名", "- 甲（已撤下）"])
def test_other_text(text: str):
    assert unstruck(text) is None
