"""Previews away from the page: where their links lead, and whom they call."""

import pytest

from bot.markdown.relocate_links import away, home_of

HOME = "https://github.com/o/r"
LINKS = {
    "within-the-page": ("后继于 [ChatGLM](#chatglm2023-04-07)", "后继于 [ChatGLM](https://github.com/o/r#chatglm2023-04-07)"),
    "in-brackets": ("[a](<#x>)", "[a](<https://github.com/o/r#x>)"),
    "html": ('<a href="#x">a</a>', '<a href="https://github.com/o/r#x">a</a>'),
    "an-issue": ("[链接](https://github.com/a/b/issues/12)", "[链接](https://redirect.github.com/a/b/issues/12)"),
    "a-pull-request": ("[链接](http://www.GitHub.com/a/b/pull/1/files)", "[链接](https://redirect.github.com/a/b/pull/1/files)"),
    "a-commit": ("<https://github.com/a/b/commit/abc>", "<https://redirect.github.com/a/b/commit/abc>"),
    "a-discussion": ("https://github.com/orgs/a/discussions/1", "https://redirect.github.com/orgs/a/discussions/1"),
    "a-repository": ("[代码仓库](https://github.com/a/b)", "[代码仓库](https://github.com/a/b)"),
    "a-directory": ("[目录](https://github.com/a/b/tree/main/issues/1)", "[目录](https://github.com/a/b/tree/main/issues/1)"),
    "a-repository-called-issues": ("[代码仓库](https://github.com/a/issues)", "[代码仓库](https://github.com/a/issues)"),
    "another-site": ("[a](https://gitee.com/a/b/issues/1)", "[a](https://gitee.com/a/b/issues/1)"),
    "html-as-text": (r"\<a href=#x\>", r"\<a href=#x\>"),
    "words": (r"见 3 与 \[a\](#b)", r"见 3 与 \[a\](#b)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), LINKS.values(), ids=LINKS)
def test_links(text, shown):
    assert away(text, HOME) == shown


def test_where_the_page_is_not_known_its_inner_links_are_text():
    assert away(r"后继于 [Chat \[GLM\]](#chatglm)、[B](#b) · [c](https://x.org/#c)", "") == (
        r"后继于 Chat \[GLM\]、B · [c](https://x.org/#c)"
    )


def test_home():
    assert home_of("o/r", "https://github.com/x/y") == HOME
    assert home_of("", "https://github.com/x/y/") == "https://github.com/x/y"
