"""`curate check` for whoever has a README and no catalog."""

import shutil
import subprocess
import sys

import pytest

PAGE = """# 列表

## 模型

- [鹤](https//github.com/a-lab/crane)：对话模型
- [鹭](https://github.com/b-lab/heron)：小模型
"""
MENDED = PAGE.replace("https//", "https://")
GOOD = "# 列表\n\n- [鹤](https://github.com/a-lab/crane)：对话模型\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "README.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_catalog_it_is_the_readme(folder, curate):
    done = curate("check")
    assert done.err == "这里没有条目库（catalog/list.yml），检查的是 README.md。\n"
    assert "README.md\n  5:" in done.out
    assert done.out.endswith("评级（2 个条目）：链接 B（1 处），重复 A，目录与锚点 A，文字与 Markdown A。\n")
    assert done.code == 1
    assert done.out == curate("check", "README.md").out


def test_a_readme_of_another_name(tmp_path, curate):
    (tmp_path / "README.rst").write_text("列表\n====\n\n- `鹤 <https//a.example/crane>`__\n", encoding="utf-8")
    done = curate("-C", tmp_path, "check")
    assert "检查的是 README.rst。" in done.err
    assert "LNK001" in done.out


def test_a_readme_elsewhere(tmp_path, curate):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/README.md").write_text(PAGE, encoding="utf-8")
    done = curate("-C", tmp_path, "check")
    assert "检查的是 docs/README.md。" in done.err
    assert "LNK001" in done.out


def test_not_where_there_is_no_readme(tmp_path, curate):
    done = curate("-C", tmp_path, "check")
    assert (done.code, done.out) == (2, "")
    assert "catalog/list.yml" in done.err


def test_not_where_a_page_has_lost_its_catalog(tiny, curate):
    curate("-C", tiny, "regen")
    (tiny / "catalog/list.yml").unlink()
    done = curate("-C", tiny, "check")
    assert (done.code, done.out) == (2, "")
    assert "catalog/list.yml" in done.err


def test_not_below_a_list(tiny, curate):
    (tiny / "docs").mkdir()
    (tiny / "docs/README.md").write_text(PAGE, encoding="utf-8")
    done = curate("-C", tiny / "docs", "check")
    assert done.code == 2
    assert "上级文件夹里有" in done.err


def test_several_pages_are_one_list(folder, curate):
    (folder / "B.md").write_text(GOOD, encoding="utf-8")
    done = curate("check", "README.md", "B.md")
    assert "共 1 处" in done.out
    assert "评级（3 个条目）" in done.out


@pytest.mark.parametrize("dress", [str, lambda text: text.replace("\n", "\r\n")], ids=["lf", "crlf"])
@pytest.mark.parametrize("more", ["", "- 鸭\u202e\u200b\x0c\n"], ids=["plain", "characters a terminal acts on"])
def test_git_applies_the_patch(folder, dress, more):
    page = folder / "README.md"
    page.write_bytes(dress(PAGE + more).encode())
    done = subprocess.run([sys.executable, "-m", "bot", "check", "--patch"], capture_output=True, check=False)
    assert done.returncode == 1
    assert "可以自动改好 1 处问题" in done.stderr.decode()
    assert done.stdout.startswith(b"--- a/README.md\n")
    subprocess.run([shutil.which("git"), "apply", "-"], input=done.stdout, check=True)
    assert page.read_bytes() == dress(MENDED + more).encode()


def test_a_patch_of_nothing_is_empty(folder, curate):
    (folder / "README.md").write_text(GOOD, encoding="utf-8")
    done = curate("check", "--patch")
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize("more", [["--fix", "--write"], ["--format", "json"]], ids=["write", "format"])
def test_a_patch_is_only_printed(folder, curate, more):
    done = curate("check", "--patch", *more)
    assert (done.code, done.out) == (2, "")
    assert "--patch 不能和" in done.err
    assert (folder / "README.md").read_text("utf-8") == PAGE


def test_github_reads_paths_from_the_top_of_the_repository(tiny, curate, monkeypatch):
    curate("-C", tiny, "regen")
    record = tiny / "catalog/models/baihe.yml"
    record.write_text(record.read_text("utf-8").replace("https://", "https//", 1), encoding="utf-8")
    monkeypatch.chdir(tiny.parent)
    assert f"file={tiny.name}/catalog/models/baihe.yml" in curate("-C", tiny.name, "check", "--format", "github").out
    assert f"{tiny.name}/" not in curate("-C", tiny.name, "check").out
    monkeypatch.chdir(tiny)
    assert "file=catalog/models/baihe.yml" in curate("-C", ".", "check", "--format", "github").out


def test_one_record_gets_no_grade(tiny, curate):
    curate("-C", tiny, "regen")
    assert "评级" in curate("-C", tiny, "check").out
    assert "评级" not in curate("-C", tiny, "check", "catalog/models/baihe.yml").out
