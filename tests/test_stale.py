"""A generated page that is out of date, and one that somebody edited: each is told its own way out."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from bot.cli import cli

RECORD = """\
name: Alpha
kind: model
added: 2023-06-01
links:
  - url: https://github.com/example/alpha
    type: repository
description: |
  一个供测试用的条目，什么也不做，只占一行。
"""


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "catalog" / "models"
    folder.mkdir(parents=True)
    (tmp_path / "catalog" / "list.yml").write_text("title: 小列表\nsections:\n  - {id: models, title: 模型}\n", "utf-8")
    (folder / "alpha.yml").write_text(RECORD, "utf-8")
    (tmp_path / "README.template.md").write_text("{% for s in sections %}{{ entries(s.path) }}{% endfor %}\n", "utf-8")
    assert CliRunner().invoke(cli, ["-C", str(tmp_path), "regen"]).exit_code == 0
    return tmp_path


def edit(path):
    path.write_text(path.read_text("utf-8").replace("什么也不做", "什么都做"), "utf-8")


CASES = {"the record": ("catalog/models/alpha.yml", "curate regen"), "the page": ("README.md", "curate absorb")}


@pytest.mark.parametrize(("path", "way_out"), CASES.values(), ids=CASES)
def test_the_way_out_is_named(root, path, way_out, monkeypatch, tmp_path):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    edit(root / path)
    result = CliRunner().invoke(cli, ["-C", str(root), "check", "--format", "github"])
    assert "::error file=README.md,line=1,title=GEN001" in result.output
    assert way_out in result.output
    assert way_out in summary.read_text("utf-8")
    assert result.exit_code == 1
