"""File names for what a page calls by name."""

import pytest

from bot.readme.importer.slugs import ascii_slug, best_slug, free, url_slug


@pytest.mark.parametrize(("text", "slug"), [
    ("ChatGLM2-6B", "chatglm2-6b"), ("Côte d'Or", "cote-d-or"), ("天鹰 Aquila", "aquila"), ("天鹰", ""), ("a" * 61, "a" * 60), ("a" * 60, "a" * 60),
    ("-a--b-", "a-b"), ("a" * 59 + "-b", "a" * 59),
])  # fmt: skip
def test_ascii_slug(text, slug):
    assert ascii_slug(text) == slug


@pytest.mark.parametrize(("url", "slug"), [
    *((f"https://a.org/x/kettle{end}", "kettle") for end in ("", "/", ".git", ".html", ".htm", ".md", ".pdf", "?a=b", "#c")),
    ("https://a.org/kettle.js", "kettle-js"), ("https://a.org/kettle/天鹰", "kettle"), ("https://a.org/", "a-org"), ("https://天鹰/", ""),
    ("https://a.org/k%65ttle", "kettle"), ("a.org", ""),
])  # fmt: skip
def test_url_slug(url, slug):
    assert url_slug(url) == slug


@pytest.mark.parametrize(("name", "url", "slug"), [
    ("Kettle", "https://a.org/x", "kettle"), ("Чайник", "https://a.org/kettle", "kettle"), ("Чайник 2", "https://a.org/kettle", "kettle"), ("2048", "https://a.org/x", "2048"),
    ("Чайник", "https://a.org/1", "a-1"), ("Чайник", "https://www.a.org/1", "a-1"), ("Чайник", "", "entry"),
    *((word, "https://a.org/kettle", "kettle") for word in ("new", "test", "temp", "tmp", "index", "home", "p", "a")),
    *(("Чайник", f"https://pot.org/{word}", f"pot-{word}") for word in ("new", "test", "temp", "tmp", "index", "home", "p", "a")),
    ("news", "https://a.org/kettle", "news"), ("水壶", "https://a.org/x1f8", "shui-hu"), ("水壶", "https://github.com/lab/kettle", "kettle"),
    ("水壶", "https://github.com/lab/", "shui-hu"), ("Java 详解", "https://a.org/x", "java-xiang-jie"), ("通义千问Qwen-7B", "", "qwen-7b"),
])  # fmt: skip
def test_best_slug(name, url, slug):
    assert best_slug(name, url) == slug


def test_free():
    used: dict[str, int] = {}
    assert [free("a", used) for _ in range(3)] == ["a", "a-2", "a-3"]
    assert [free(slug, used) for slug in ("a-2", "b", "a")] == ["a-2-2", "b", "a-4"]
