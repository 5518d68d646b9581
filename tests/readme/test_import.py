"""`curate import` and `curate check FILE` as a person runs them."""

import codecs
import json

import pytest
from click.testing import CliRunner

from bot.cli import cli
from bot.errors import CurateError
from bot.sources.decode import decode

PAGE = """# 工具

仿照别人的列表。

## 编辑器

- [甲](https://a.cn) - 第一个
- [乙](https://b.cn) - 第二个

## 参与

见 https://github.com/a/b，谢谢。
"""


def run(*arguments: object):
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "旧列表.md"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_import_writes_a_catalog_that_makes_the_page(page, tmp_path):
    done = run("import", page, "--into", tmp_path / "新")
    assert done.exit_code == 0, done.output
    assert "2 个条目，1 个小节，2 个链接" in done.output
    assert "2 个条目完全由字段生成，0 个逐字保留" in done.output
    assert "留在模板里的行：1-5、10-12" in done.output
    assert (tmp_path / "新/README.md").read_text(encoding="utf-8").startswith(PAGE.rstrip())
    assert run("-C", tmp_path / "新", "regen", "--check").exit_code == 0
    record = (tmp_path / "新/catalog/section-1/a-cn.yml").read_text(encoding="utf-8")
    assert "description: 第一个" in record


def test_import_in_place(page, tmp_path):
    page.rename(tmp_path / "README.md")
    assert run("-C", tmp_path, "import", "README.md").exit_code == 0
    assert run("-C", tmp_path, "regen", "--check").exit_code == 0


def test_a_dry_run_writes_nothing(page, tmp_path):
    assert "没有写文件" in run("import", page, "--into", tmp_path / "新", "--dry-run").output
    assert not (tmp_path / "新").exists()


def test_a_catalog_that_is_there_is_not_touched(page, tmp_path):
    run("import", page, "--into", tmp_path / "新")
    again = run("import", page, "--into", tmp_path / "新")
    assert isinstance(again.exception, CurateError)
    assert "已经有一份目录" in str(again.exception)


def test_another_page_is_not_overwritten(page, tmp_path):
    (tmp_path / "新").mkdir()
    (tmp_path / "新/README.md").write_text("# 我的\n", encoding="utf-8")
    assert "会覆盖" in str(run("import", page, "--into", tmp_path / "新").exception)
    assert (tmp_path / "新/README.md").read_text(encoding="utf-8") == "# 我的\n"
    assert not (tmp_path / "新/catalog").exists()


def test_check_reports_lines_of_the_page(tmp_path):
    file = tmp_path / "list.md"
    file.write_text("# 表\n\n- [甲](https://github.com/a/a，甲) - 一\n", encoding="utf-8")
    found = json.loads(run("check", file, "--format", "json").output)["findings"]
    assert [(one["file"], one["line"]) for one in found if one["code"] == "LNK001"] == [(str(file), 3)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", "不是文本文件"),
        ("甲乙丙丁，说明".encode("gb18030"), "看起来是 GB18030"),
        ("# 列表".encode("utf-16"), "看起来是 UTF-16"),
        ("# 列表 abc".encode("utf-16-le"), "看起来是 UTF-16"),
        ("café".encode("latin-1"), "看起来是 ISO-8859-1"),
        (b"- [a](https://a.cn)\0\n", "不是文本文件"),
    ],
    ids=["binary", "gb18030", "utf-16", "utf-16-unmarked", "latin-1", "nul"],
)
def test_other_bytes_are_refused_by_name(data, said):
    with pytest.raises(CurateError, match=said):
        decode(data, "a.md")


def test_the_line_of_a_bad_byte():
    with pytest.raises(CurateError) as caught:
        decode("一\n二\n".encode() + b"\xff\n", "a.md")
    assert caught.value.where == "a.md:3"


def test_a_byte_order_mark_is_no_text():
    assert decode(codecs.BOM_UTF8 + b"x", "a.md") == "x"
