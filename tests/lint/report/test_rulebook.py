"""The rules as people read them: `curate rules`, `curate explain`, docs/rules.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import cli
from bot.errors import CurateError
from bot.lint.discover import all_rules
from bot.lint.report.rulebook import book

BOOK = Path(__file__).parents[3] / "docs" / "rules.md"


def curate(*words: str) -> Result:
    return CliRunner().invoke(cli, words, catch_exceptions=True)


def test_rules_are_listed_a_line_each():
    lines = curate("rules").output.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]
    assert "LNK001  错误" in "\n".join(lines)


@pytest.mark.parametrize("word", ["LNK001", "lnk001", "malformed-link"])
def test_a_rule_is_explained_with_its_examples(word: str):
    shown = curate("explain", word)
    assert shown.exit_code == 0
    assert shown.output.startswith("LNK001 网址写得不对\n\n`malformed-link` · 错误\n\n")
    assert "\n\n复制时" in shown.output
    assert "\n会报告\n" in shown.output
    assert "\n不报告\n" in shown.output
    assert "\n    record: " in shown.output
    assert "```" not in shown.output
    assert "\x1b" not in shown.output, "no colours where the output is no terminal"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(rule):
    assert rule.title in curate("explain", rule.code).output


def test_an_unknown_rule_names_the_known_ones():
    shown = curate("explain", "nope001")
    assert isinstance(shown.exception, CurateError)
    assert str(shown.exception).startswith("没有规则“nope001”。可用的规则：ALW001、CAT001")


def test_the_book_is_written_once_and_checked(tmp_path: Path):
    def run(*words: str) -> Result:
        return curate("-C", str(tmp_path), "rules", "--write", "docs/rules.md", *words)

    missing = run("--check")
    assert missing.exit_code == 1
    assert "已过期：docs/rules.md。请运行 curate rules --write docs/rules.md。" in missing.output
    assert not (tmp_path / "docs").exists()
    assert run().output == "已写入。\n"
    assert run().output == "没有变化。\n"
    assert run("--check").exit_code == 0
    (tmp_path / "docs" / "rules.md").write_text("旧的\n", encoding="utf-8")
    stale = run("--check")
    assert stale.exit_code == 1
    assert "-旧的\n" in stale.output


def test_every_link_of_the_table_leads_to_a_heading():
    text = book(all_rules())
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == [f"{rule.code} {rule.title}" for rule in all_rules()]


def test_the_rulebook_is_current():
    assert BOOK.read_text(encoding="utf-8") == book(all_rules()), "curate rules --write docs/rules.md"
