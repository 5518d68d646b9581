"""Every slug gets a file of its own, which any system can hold."""

import pytest

from bot.site.file_names import file_names

LONG = "a" * 100


@pytest.mark.parametrize(("slug", "begin", "kept"), [
    pytest.param("moss", "moss", True, id="as records have it"),
    pytest.param(LONG, LONG, True, id="as long as may be"),
    pytest.param(f"{LONG}a", LONG, False, id="too long"),
    pytest.param("Moss_2", "moss-2", False, id="capitals"),
    pytest.param("con", "con", False, id="a device"),
    pytest.param("com1", "com1", False, id="a port"),
    pytest.param("中文", "", False, id="no letter"),
])  # fmt: skip
def test_a_name(slug, begin, kept):
    name = file_names([slug])[slug]
    assert name.startswith(begin)
    assert (name == f"{slug}.html") is kept
    digest = name.removesuffix(".html").removeprefix(begin).removeprefix("-")
    assert len(digest) == (0 if kept else 8)


def test_two_that_differ_in_case():
    assert len({name.lower() for name in file_names(["a", "A", "B", "b-"]).values()}) == 4
