"""Hosts that cannot be, and what they must have been where everybody knows it."""

import pytest

from bot.urls.diagnose.ending import swallowed_markup
from bot.urls.diagnose.host import wrong_host
from bot.urls.typos import url_typo

MENDED = {
    "two dots": ("https://github..com/a/b", "https://github.com/a/b"),
    "dots at the end": ("https://github.com../a", "https://github.com/a"),
    "a dot in front": ("https://.github.com/a/b", "https://github.com/a/b"),
    "commas": ("https://github,;com/a", "https://github.com/a"),
    "only the host": ("https://github..com/github..com", "https://github.com/github..com"),
    "of a host that few know": ("https://a..cn/x", ""),
    "commas of such a host": ("https://a,cn/x", ""),
}


@pytest.mark.parametrize(("url", "mended"), MENDED.values(), ids=MENDED)
def test_dots_and_commas(url, mended):
    problem = wrong_host(url)
    assert problem
    assert problem.repaired == mended


@pytest.mark.parametrize(("url", "kept"), [
    ("https://host.cn%22%3E", ""), ("https://host.cn/%22%3E", "https://host.cn/"),
    ("https://host.cn/a%22%3E", "https://host.cn/a"),
])  # fmt: skip
def test_no_bare_host_is_what_markup_leaves(url, kept):
    problem = swallowed_markup(url)
    assert problem
    assert problem.repaired == kept


@pytest.mark.parametrize("more", ["?tab=x/nonsense", "#x/nonsense", "?x=/https://c.cn", "#/https://c.cn"])
def test_only_the_path_says_which_page_of_github(more):
    assert url_typo(f"https://github.com/a/b{more}") is None


@pytest.mark.parametrize(("path", "what"), [("/nonsense/x", "no-such-page"), ("/https://c.cn", "second-url")])
def test_a_path_that_github_has_not(path, what):
    assert url_typo(f"https://github.com/a/b{path}").what == what
