"""A generated page that is out of date, and one that somebody edited: each is told its own way out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bot.cli.main import cli
from bot.errors import CurateError
from bot.lint.stale_files import finding
from bot.lint.wording import for_maintainer

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
    (tmp_path / "catalog" / "list.yml").write_text(
        "title: 小列表\nkinds: {model: 语言模型}\nsections:\n  - {id: models, title: 模型}\n", "utf-8"
    )
    (folder / "alpha.yml").write_text(RECORD, "utf-8")
    (tmp_path / "README.template.md").write_text("{% for s in sections %}{{ entries(s.path) }}{% endfor %}\n", "utf-8")
    assert CliRunner().invoke(cli, ["-C", str(tmp_path), "regen"]).exit_code == 0
    return tmp_path


def edit(path):
    path.write_text(path.read_text("utf-8").replace("什么也不做", "什么都做"), "utf-8")


CASES = {
    "the record": ("catalog/models/alpha.yml", "README.md 与条目库不一致", "请运行 curate regen，"),
    "the page": ("README.md", "README.md 被直接改过", "请运行 curate absorb "),
}


@pytest.mark.parametrize(("path", "what", "way_out"), CASES.values(), ids=CASES)
def test_the_way_out_is_named(root, path, what, way_out, monkeypatch, tmp_path):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    edit(root / path)
    result = CliRunner().invoke(cli, ["-C", str(root), "check", "--format", "github"])
    assert "::error file=README.md,line=1,title=GEN001" in result.output
    assert what in result.output
    assert way_out in result.output
    assert way_out in summary.read_text("utf-8")
    assert result.exit_code == 1


BROKEN = {
    "unknown section": ('a\n\n{{ entries("nope") }}\n', 3, "模板里的小节“nope”不存在", "请写 catalog/list.yml 里有的"),
    "no tag": ("a\n{% endfor %}\n", 2, "多出了 {% endfor %}，前面没有与它配对的 {% for %}", "请删去它"),
    "no UTF-8": (b"a\n\n\n\xff", 4, "文件不是 UTF-8 编码", ""),
}


@pytest.mark.parametrize(("template", "line", "what", "fix"), BROKEN.values(), ids=BROKEN)
def test_a_template_error_stands_at_its_place_in_the_template(root, template, line, what, fix):
    data = template if isinstance(template, bytes) else template.encode()
    (root / "README.template.md").write_bytes(data)
    said = {form: CliRunner().invoke(cli, ["-C", str(root), "check", "--format", form]).output for form in FORMATS}
    [found] = json.loads(said["json"])["findings"]
    assert (found["code"], found["file"], found["line"]) == ("GEN001", "README.template.md", line)
    assert found["message"].startswith(f"README.md 生成不了：{what}")
    assert found["fix"].startswith(fix)
    assert "README.template" not in found["message"] + found["fix"]
    [place] = json.loads(said["sarif"])["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "README.template.md"
    assert place["physicalLocation"]["region"]["startLine"] == line
    assert f"::error file=README.template.md,line={line}," in said["github"]
    assert said["text"].startswith(f"README.template.md\n  {line}: ")


FORMATS = ("text", "json", "github", "sarif")
MADE_NOT = "README.md 生成不了"
AT_A_LINE = CurateError("写错了", "README.template.md:12", "请改")
NO_LINE = CurateError("没有", "README.template.md", "请恢复")
NO_PLACE = CurateError("写不了", "", "请再试")
NO_NEXT_STEP = CurateError("写错了", "a.md:3")
WHYS = {
    "with a line": (AT_A_LINE, "README.template.md", 12, f"{MADE_NOT}：写错了", "请改"),
    "without": (NO_LINE, "README.md", 1, MADE_NOT, "README.template.md：没有。请恢复"),
    "no place": (NO_PLACE, "README.md", 1, MADE_NOT, "写不了。请再试"),
    "no next step": (NO_NEXT_STEP, "README.md", 1, MADE_NOT, "a.md:3：写错了"),
}


@pytest.mark.parametrize(("why", "file", "line", "message", "fix"), WHYS.values(), ids=WHYS)
def test_where_a_page_that_cannot_be_made_is_reported(why, file, line, message, fix):
    found = replace(finding("README.md", why), code="GEN001")
    assert (found.place.file, found.place.line, for_maintainer(found).message, for_maintainer(found).fix) == (
        file,
        line,
        message,
        fix,
    )
    assert found.evidence == {"path": "README.md"}
