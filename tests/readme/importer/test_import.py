"""`curate import` and `curate check FILE` as a person runs them."""

import codecs
import json

import pytest
from click.testing import CliRunner
from imported_pages import regenerated

from bot.cli.main import cli
from bot.errors import CurateError
from bot.files.decode import decode

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
    assert "2 个条目完全由字段生成，0 个另有 extra，0 个逐字保留" in done.output
    assert "留在模板里的行：1-5、10-12" in done.output
    assert (tmp_path / "新/README.md").read_text(encoding="utf-8").startswith(PAGE.rstrip())
    assert run("-C", tmp_path / "新", "regen", "--check").exit_code == 0
    record = (tmp_path / "新/catalog/bian-ji-qi/jia.yml").read_text(encoding="utf-8")
    assert "description: 第一个" in record


def test_a_page_without_entries_makes_a_catalog_that_loads(tmp_path):
    page = tmp_path / "list.md"
    page.write_text("# 表\n\n还没有条目。\n", encoding="utf-8")
    assert run("import", page, "--into", tmp_path / "新").exit_code == 0
    assert run("-C", tmp_path / "新", "regen", "--check").exit_code == 0


@pytest.mark.parametrize("levels", [6, 1200], ids="{} levels".format)
def test_a_list_nested_deep_is_taken_over(tmp_path, levels):
    page = tmp_path / "list.md"
    lines = [f"{'  ' * level}- [第{level}](https://a.cn/{level})" for level in range(levels)]
    page.write_text("# 表\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert run("import", page, "--into", tmp_path / "新").exit_code == 0
    assert run("-C", tmp_path / "新", "regen", "--check").exit_code == 0


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
    assert "已经有条目库" in str(again.exception)


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


TWICE = """# 模型

## 一、中文模型

### 松针（更新于2023年6月3日）

实验室把一个英文模型接着训练了下去，这就是 Pinewood 的中文版，词表扩大了一倍，推理也更快。

项目地址：https://github.com/pine-lab/Pinewood

### 竹叶（更新于2023年7月1日）

用来补全代码的小模型，另有一份量化过的权重，手机上也能运行。

项目地址：https://github.com/bamboo-lab/leaf

## 二、接着训练的模型

### 青木中文基座（更新于2023年8月9日）

实验室把一个英文模型接着训练了下去，这就是 Pinewood 的中文版，词表扩大了一倍，推理也更快。

项目地址：https://github.com/pine-lab/Pinewood

### 苔原（更新于2023年9月1日）

一套评测题，共三百道，答案由三位编辑写成。

项目地址：https://github.com/tundra-lab/exam
"""


def test_an_imported_catalog_is_judged_as_its_page_is(tmp_path):
    page = tmp_path / "list.md"
    page.write_text(TWICE, encoding="utf-8")
    assert run("import", page, "--into", tmp_path / "新").exit_code == 0
    for at in (["check", page], ["-C", tmp_path / "新", "check"]):
        found = json.loads(run(*at, "--format", "json").output)["findings"]
        assert {one["code"] for one in found if one["severity"] != "info"} == {"DUP001"}, found


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


def test_merge_adds_what_is_not_there(page, tmp_path):
    run("import", page, "--into", tmp_path / "新")
    other = tmp_path / "other.md"
    other.write_text(
        "## 编辑器\n\n- [甲](http://a.cn/) - 又一个\n- [丁](https://d.cn/ding) - 新的\n\n"
        "## 终端\n\n- [戊](https://e.cn/wu) - 一\n",
        encoding="utf-8",
    )
    done = run("import", other, "--into", tmp_path / "新", "--merge")
    assert done.exit_code == 0, done.exception
    assert "新增 2 个条目，已有的 1 个不再添加" in done.output
    made = (tmp_path / "新/README.md").read_text(encoding="utf-8")
    assert "- [乙](https://b.cn) - 第二个\n- [丁](https://d.cn/ding) - 新的\n" in made
    assert "## 终端\n\n- [戊](https://e.cn/wu) - 一\n" in made
    assert run("-C", tmp_path / "新", "regen", "--check").exit_code == 0


def test_merge_does_not_undo_a_hand_edit(page, tmp_path):
    run("import", page, "--into", tmp_path / "新")
    made = tmp_path / "新/README.md"
    made.write_text(made.read_text(encoding="utf-8").replace("第一个", "第一种"), encoding="utf-8")
    assert "curate absorb" in str(run("import", page, "--into", tmp_path / "新", "--merge").exception)


def test_a_page_far_too_large_is_refused(tmp_path):
    file = tmp_path / "big.md"
    with file.open("wb") as big:
        big.truncate(100 << 20)
    assert "超过 16 MB 的上限" in str(run("import", file, "--into", tmp_path / "新").exception)


def test_broken_links_are_named_with_their_lines(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("- [甲](https://a.cn)\n- 乙：https://github.com/b/b，很好\n", encoding="utf-8")
    done = run("import", file, "--dry-run")
    assert "a.md:2" in done.output
    assert "链接应到 https://github.com/b/b 为止" in done.output


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (PAGE, ""),
        (regenerated(PAGE), ""),
        (f"\ufeff{PAGE}", ""),
        (PAGE.replace("\n", "\r\n"), ""),
        (PAGE.replace("\n", "\r\n", 3), "3 处换行与其余的写法不同，统一为 LF"),
        (PAGE.replace("\n", "\r\n", 10), "2 处换行与其余的写法不同，统一为 CRLF"),
        (f"{PAGE}\n \n", "文末多余的空白和空行合为一个换行"),
        (PAGE.rstrip("\n"), "文末补上了换行"),
        (f"{PAGE}\n```\n码\n", "补上了一行“```”"),
    ],
    ids=[
        *("nothing", "a-generated-page", "byte-order-mark", "CRLF", "some-CRLF", "mostly-CRLF"),
        *("blank-end", "no-final-newline", "open-fence"),
    ],
)
def test_what_is_written_otherwise_is_said(tmp_path, given: str, said: str):
    (tmp_path / "旧.md").write_bytes(given.encode())
    done = run("import", tmp_path / "旧.md", "--dry-run").output
    assert said in done
    assert ("与原文的差别" in done) == bool(said)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no-mark", "byte-order-mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_line_ends_are_kept_by_every_command(tmp_path, mark: str, end: str):
    page = PAGE.replace("，谢谢", " ，谢谢")  # else the address goes on to the full stop, which check tells
    given = (mark + page.replace("\n", end)).encode()
    file = tmp_path / "README.md"
    file.write_bytes(given)
    run("import", file, "--into", tmp_path)
    assert file.read_bytes().startswith(given)
    assert run("-C", tmp_path, "regen").output.startswith("没有变化")
    assert run("-C", tmp_path, "check").exit_code == 0
    file.write_bytes(file.read_bytes().replace("第一个".encode(), "第一种".encode()))
    assert run("-C", tmp_path, "absorb", "--yes").exit_code == 0
    assert file.read_bytes().startswith(given.replace("第一个".encode(), "第一种".encode()))
    record = next(path for path in (tmp_path / "catalog").rglob("*.yml") if "第一种" in path.read_text("utf-8"))
    record.write_text(record.read_text("utf-8").replace("第一种", "第一个"), "utf-8")
    run("-C", tmp_path, "regen")
    assert file.read_bytes().startswith(given)
