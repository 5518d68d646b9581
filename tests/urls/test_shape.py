"""What a text looks like before anything is known of it."""

import pytest
from broken_urls import PAGE

from bot.urls.shape import host_name, is_relative, looks_like_host


@pytest.mark.parametrize(
    "url, relative",
    [
        ("./docs/a.md", True), ("../a", True), ("/a/b", True), ("#usage", True), ("contributing.md", True), ("a", True),
        ("//github.com/a/b", False), ("github.com/a/b", False), ("https//github.com/a", False), ("www.x.org", False),
        ("mailto:a@b.org", False), (PAGE, False), ("https：//x.org", False), ("报告/GPT-4 技术报告.pdf", True),
        ("Startup Playbook", False),
    ],
)  # fmt: skip
def test_a_path_on_the_page_is_told_from_a_broken_url(url: str, relative: bool):
    assert is_relative(url) is relative


@pytest.mark.parametrize("url, host", [
    ("https://WWW.Example.ORG:8080/a", "example.org"), ("http://x.org.?a", "x.org"), ("https://x.org#a", "x.org"),
    ("x.org/a", ""), ("ftp://x.org/a", ""),
])  # fmt: skip
def test_the_host_of_a_url(url, host):
    assert host_name(url) == host


@pytest.mark.parametrize("text, host", [
    ("x.org", True), ("x.org/a.md", True), ("a.b.cn:80/", True), ("x.org?a", True), ("例子.中国", True),
    ("x.md/a", True), ("README.md", False), ("a.pdf#page=2", False), ("a.c", False), ("org", False), ("v1.0", False),
])  # fmt: skip
def test_a_host_is_told_from_a_file(text, host):
    assert looks_like_host(text) is host
