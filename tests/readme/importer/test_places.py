"""Where a link stands in a text."""

import pytest

from bot.catalog.model import Link
from bot.readme.importer.places import link_place

TEXT = "[x](https://a.cn) [论文](https://a.cn) [论文](https://b.cn)"


@pytest.mark.parametrize(("url", "label", "there"), [
    pytest.param("https://a.cn", "论文", "[论文](https://a.cn)", id="under its label"),
    pytest.param("https://a.cn", "代码", "[x](https://a.cn)", id="under another"),
    pytest.param("https://a.cn", "", "[x](https://a.cn)", id="without one"),
    pytest.param("https://b.cn", "论文", "[论文](https://b.cn)", id="one label, two links"),
])  # fmt: skip
def test_the_place_of_a_link(url, label, there):
    place = link_place(TEXT, Link(url, label=label))
    assert place
    assert TEXT[place.start : place.end] == there


def test_a_link_that_is_not_there():
    assert link_place(TEXT, Link("https://c.cn")) is None
