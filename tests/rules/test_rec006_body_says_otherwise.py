"""A kept text and its record: an import leaves them in agreement, and taking the text away leaves a record."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given

from bot.catalog.parse import read_record
from bot.catalog.write import record_path, record_text
from bot.cli.main import cli
from bot.lint.context import LintContext
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fitted
from bot.rules import rec006_body_says_otherwise as rule
from tests.imported_pages import PAGE

LIST = "title: 链接\nsections:\n  - id: tools\n    title: 工具\n    show: list\n"
JIA = """name: 甲工具
links:
  - url: https://a.cn
    label: 官网
  - url: https://github.com/a/jia
    type: repository
    label: 源码
body: "- 甲工具：[官网](https://a.cn) / [源码](https://github.com/a/jia)"
"""
TEMPLATE = "# {{ list.title }}\n\n{{ entries('tools') }}\n"


def stored(text: str):
    """The records of an imported page as they are read from their files."""
    catalog = fitted(read_readme(text, "README.md").catalog)
    records = (read_record(record_text(one).encode(), record_path(one))[0] for one in catalog.records)
    return catalog, tuple(record for record in records if record)


@given(PAGE)
def test_an_import_is_in_agreement(text: str):
    catalog, records = stored(text)
    assert not list(rule.check(LintContext(catalog, records)))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "catalog/tools").mkdir(parents=True)
    (tmp_path / "catalog/list.yml").write_text(LIST, encoding="utf-8")
    (tmp_path / "catalog/tools/jia.yml").write_text(JIA, encoding="utf-8")
    (tmp_path / "catalog/tools/yi.yml").write_text("name: 乙\nbody: '- 乙'\n", encoding="utf-8")
    (tmp_path / "README.template.md").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def rewritten(home: Path, old: str, new: str) -> str:
    file = home / "catalog/tools/jia.yml"
    assert old in JIA
    file.write_text(JIA.replace(old, new), encoding="utf-8")
    assert CliRunner().invoke(cli, ["-C", str(home), "regen"]).exit_code == 0
    return CliRunner().invoke(cli, ["-C", str(home), "check"]).output


def test_in_agreement(home: Path):
    assert "没有发现问题" in rewritten(home, "甲工具", "甲工具")


def test_an_edited_link_is_told_with_both(home: Path):
    shown = rewritten(home, "- url: https://github.com/a/jia", "- url: https://github.com/new/jia")
    assert "REC006" in shown
    assert "链接 https://github.com/new/jia 不在原文（body）里" in shown
    assert "原文里是 https://github.com/a/jia" in shown


def test_without_its_text_a_record_is_shown_by_its_section(home: Path):
    shown = rewritten(home, JIA[JIA.index("body:") :], "")
    assert "没有发现问题" in shown
    page = (home / "README.md").read_text(encoding="utf-8")
    assert "**甲工具**\\\n  [官网](https://a.cn) · [源码](https://github.com/a/jia)\n" in page
