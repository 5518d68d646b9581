"""Markdown as a terminal shows it."""

from __future__ import annotations

import click
import pytest

from bot.cli.terminal import terminal
from bot.lint.discover import Rule, all_rules

CASES = [
    pytest.param("# 标题\n\n正文\n", "标题\n\n正文\n", id="a heading loses its hash"),
    pytest.param("一行\n又一行\n", "一行\n又一行\n", id="lines break where the author broke them"),
    pytest.param(
        "```yaml\na: 1\n\nb: 2\n```\n", "    a: 1\n\n    b: 2\n", id="code is set off, blank lines stay empty"
    ),
    pytest.param("用 `allow` 和**理由**\n", "用 `allow` 和理由\n", id="inline code keeps its backticks"),
    pytest.param("- 甲\n- 乙\n  丙\n", "- 甲\n- 乙\n  丙\n", id="a list"),
    pytest.param("3. 甲\n4. 乙\n", "3. 甲\n4. 乙\n", id="a numbered list"),
    pytest.param("- 甲\n  - 乙\n", "- 甲\n  - 乙\n", id="a list in a list"),
    pytest.param("见[手册](docs/rules.md)\n", "见手册（docs/rules.md）\n", id="a link shows where it leads"),
    pytest.param("<https://a.example>\n", "https://a.example\n", id="a bare link is shown once"),
    pytest.param("> 引用\n", "    引用\n", id="a quote"),
    pytest.param("<b>粗</b>\n", "<b>粗</b>\n", id="HTML is shown, not obeyed"),
]


@pytest.mark.parametrize("markdown, shown", CASES)
def test_markdown_reads_as_text(markdown: str, shown: str):
    assert click.unstyle(terminal(markdown)) == shown


def test_headings_and_code_stand_out():
    shown = terminal("# 标题\n\n用 `x`\n")
    assert click.style("标题", bold=True) in shown
    assert click.style("`x`", fg="cyan") in shown


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_nothing_a_rule_says_is_lost(rule: Rule):
    shown = click.unstyle(terminal(rule.doc))
    kept = [line.strip() for line in shown.splitlines() if line]
    said = [line.removeprefix("## ").strip() for line in rule.doc.splitlines() if not line.startswith("```")]
    assert kept == [line for line in said if line]
