"""`curate check --fix [--write]`: on a page to the letter, on a catalog through the one writer, all or nothing."""

import os
import shutil
import subprocess

import pytest

from bot.errors import CurateError
from bot.files import together
from bot.flows import fix
from bot.lint.report.fixes import difference

PAGE = """# 列表

## 模型

- [鹤](https//github.com/a-lab/crane)：对话模型
- [鹭](https://github.com/b-lab/heron)：小模型
- [鹭](https://github.com/b-lab/heron)：小模型
- [鹰](https://gihub.com/c-lab/eagle)：大模型\u3000
"""
MENDED = PAGE.replace("https//", "https://").replace("- [鹭](https://github.com/b-lab/heron)：小模型\n", "", 1)
RECORD = """\
# yaml-language-server: $schema=../record.schema.json
name: 鹤
kind: model
added: 2023-05-01
links:
  - url: https://github.com/a-lab/crane
    type: repository
description: |
  对话模型，可以在单张显卡上运行。
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "list.md"
    path.write_bytes(PAGE.encode())
    return path


def record(root, name, text, section="models"):
    path = root / "catalog" / section / f"{name}.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_is_shown_first_and_written_when_asked(page, curate, golden):
    shown = curate("-C", page.parent, "check", "list.md", "--fix")
    assert shown.code == 1
    assert page.read_bytes() == PAGE.encode()
    golden("fix/page.txt", shown.out.replace(str(page.parent), "…"))
    written = curate("-C", page.parent, "check", "list.md", "--fix", "--write")
    assert page.read_bytes() == MENDED.encode()
    assert "已改好 2 处问题，写入 1 个文件：" in written.out
    assert "LNK001" in written.out.partition("\n\n")[2], "what cannot be mended is listed as ever"
    again = curate("-C", page.parent, "check", "list.md", "--fix", "--write")
    assert "没有可以自动改的。" in again.out
    assert page.read_bytes() == MENDED.encode()


def test_git_can_apply_what_is_shown(page, curate):
    page.write_bytes(PAGE.replace("lab/crane)", "lab/crane\u200b)").replace("\n", "\r\n").encode())
    shown = curate("-C", page.parent, "check", "list.md", "--fix")
    patch = shown.out.replace(str(page).lstrip("/"), "list.md")
    git = shutil.which("git")
    subprocess.run([git, "apply", "-"], input=patch.encode(), cwd=page.parent, check=True, env={**os.environ})
    assert page.read_bytes() == MENDED.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("last", ["", "\n\n", "  "], ids=["no ending", "blank lines", "blanks"])
def test_the_rest_stays_byte_for_byte(page, mark, ending, last):
    old, new = (mark + (text.rstrip("\n") + last).replace("\n", ending).encode() for text in (PAGE, MENDED))
    page.write_bytes(old)
    fix.write(fix.fix_page(page), None)
    assert page.read_bytes() == new


def test_a_terminal_sees_what_has_no_shape_but_for_blanks():
    files = {"a.md": ("鹤\u3000\u00a0\u200b\x1b[2J\r\n".encode(), b"x\r\n")}
    removed = "\x1b[31m-鹤\u3000\u00a0\\u200b\\x1b[2J\x1b[0m\n"
    assert removed in difference(files, shown=True)
    assert "-鹤\u3000\u00a0\u200b\x1b[2J\r\n" in difference(files, shown=False)


def test_formats_for_programs_keep_stdout_to_themselves(page, curate):
    shown = curate("-C", page.parent, "check", "list.md", "--fix", "--format", "json")
    assert shown.out.startswith("{")
    assert "+- [鹤](https://github.com/a-lab/crane)" in shown.err


def test_write_alone_says_what_to_do(page, curate):
    done = curate("-C", page.parent, "check", "list.md", "--write")
    assert (done.code, done.out) == (2, "")
    assert done.err == "--write 要和 --fix 同用。先用 --fix 看会怎样改，再用 --fix --write 写入。\n"


def test_a_generated_page_is_refused(tiny, curate):
    curate("-C", tiny, "regen")
    before = (tiny / "README.md").read_bytes()
    for arguments in (["--fix"], ["--fix", "--write"]):
        done = curate("-C", tiny, "check", "README.md", *arguments)
        assert done.code == 2
        assert "由 catalog/ 生成，改了也会被覆盖" in done.err
    assert (tiny / "README.md").read_bytes() == before


@pytest.mark.parametrize("name", ["list.rst", "list.csv"])
def test_other_formats_are_refused(page, curate, name):
    page.rename(page.with_name(name))
    assert "只改 Markdown 文件" in curate("-C", page.parent, "check", name, "--fix").err


def test_a_file_that_is_read_only_stays(page, curate):
    page.chmod(0o444)
    done = curate("-C", page.parent, "check", "list.md", "--fix", "--write")
    assert done.code == 2
    assert "文件是只读的，什么都没有写" in done.err
    assert page.read_bytes() == PAGE.encode()


def test_a_file_changed_meanwhile_stays(page):
    planned = fix.fix_page(page)
    page.write_bytes(b"other")
    with pytest.raises(CurateError, match="又被改过"):
        fix.write(planned, None)
    assert page.read_bytes() == b"other"


def test_a_record_is_mended_and_the_page_follows(tiny, curate, golden):
    curate("-C", tiny, "regen")
    path = record(tiny, "crane", RECORD.replace("https://", "https："))
    shown = curate("-C", tiny, "check", "--fix")
    golden("fix/catalog.txt", shown.out)
    assert curate("-C", tiny, "check", "--fix", "--write").err == ""
    assert path.read_text("utf-8") == RECORD
    assert curate("-C", tiny, "regen", "--check").code == 0
    assert "crane" not in curate("-C", tiny, "check").out


def test_the_later_of_two_records_goes_and_its_date_stays(tiny, curate):
    first = record(tiny, "crane", RECORD)
    second = record(tiny, "crane-2", RECORD.replace("2023-05-01", "2023-07-24"))
    curate("-C", tiny, "regen")
    assert curate("-C", tiny, "check", "--fix", "--write").err == ""
    assert not second.exists()
    assert first.read_text("utf-8") == RECORD.replace("links:", "updated: 2023-07-24\nlinks:")
    assert curate("-C", tiny, "regen", "--check").code == 0


@pytest.mark.parametrize("text", [
    pytest.param(RECORD + "aliases:\n  - 仙鹤\n", id="an alias of its own"),
    pytest.param(RECORD.replace("description", "  - url: https://crane-docs.dev\ndescription"), id="a link of its own"),
    pytest.param(RECORD.replace("单张", "一张"), id="another word"),
    pytest.param(RECORD.replace("model", "dataset"), id="another kind"),
    pytest.param(RECORD + "allow:\n  lnk007: 理由\n", id="a waiver of its own"),
    pytest.param(RECORD + "sizes: [7B]\n", id="a size of its own"),
    pytest.param(RECORD + "license: {code: MIT}\n", id="a licence of its own"),
    pytest.param(RECORD + "context: 2048\n", id="a context of its own"),
])  # fmt: skip
def test_records_that_differ_stay(tiny, curate, text):
    record(tiny, "crane", RECORD)
    second = record(tiny, "crane-2", text.replace("2023-05-01", "2023-07-24"))
    done = curate("-C", tiny, "check", "--fix", "--write")
    assert second.exists()
    assert "没有可以自动改的。" in done.out


@pytest.mark.parametrize("pointing", ["relations:\n  - type: based-on\n    record: crane-2\n", "base: [crane-2]\n"])
def test_a_record_that_others_point_at_stays(tiny, curate, pointing):
    record(tiny, "crane", RECORD)
    second = record(tiny, "crane-2", RECORD.replace("2023-05-01", "2023-07-24"))
    part = RECORD.replace("鹤", "雏鹤").replace("crane", "chick").replace("对话", "更小的")
    record(tiny, "chick", part + pointing)
    curate("-C", tiny, "check", "--fix", "--write")
    assert second.exists()


@pytest.mark.parametrize("times, mended", [(1, True), (2, False)], ids=["once", "twice"])
def test_the_text_kept_from_an_import_is_mended_with_the_link(tiny, curate, times, mended):
    body = "body: |\n" + "  鹤 <https://github.com/a-lab/crane)>\n" * times
    text = RECORD.partition("description")[0].replace("lab/crane", "lab/crane)") + body
    path = record(tiny, "crane", text)
    curate("-C", tiny, "check", "--fix", "--write")
    assert path.read_text("utf-8") == (text.replace("crane)", "crane") if mended else text)


def test_a_comment_in_a_record_is_not_lost(tiny, curate):
    text = RECORD.replace("https://", "https：").replace("links:", "# 作者要求写这个地址\nlinks:")
    path = record(tiny, "crane", text)
    done = curate("-C", tiny, "check", "--fix", "--write")
    assert path.read_text("utf-8") == text
    assert "注意：catalog/models/crane.yml 里有手写的注释，重写会丢掉它们，请手工改。" in done.out


def test_a_record_with_another_mistake_is_left_alone(tiny, curate):
    text = RECORD.replace("https://", "https：").replace("kind:", "knid:")
    path = record(tiny, "crane", text)
    curate("-C", tiny, "check", "--fix", "--write")
    assert path.read_text("utf-8") == text


def test_a_page_edited_by_hand_is_not_made_anew(tiny, curate):
    curate("-C", tiny, "regen")
    page = tiny / "README.md"
    page.write_text(page.read_text("utf-8").replace("青雀", "青鸟", 1), "utf-8")
    before = page.read_bytes()
    record(tiny, "crane", RECORD.replace("https://", "https："))
    done = curate("-C", tiny, "check", "--fix", "--write")
    assert page.read_bytes() == before
    assert "README.md 被直接改过，没有动它，请运行 curate absorb" in done.out


def test_all_or_nothing(tiny, curate, monkeypatch):
    """The second file cannot be written: the first one stays as it is."""
    paths = [record(tiny, f"bird-{n}", RECORD.replace("鹤", f"鸟{n}").replace("crane", f"bird-{n}")) for n in (1, 2)]
    for path in paths:
        path.write_text(path.read_text("utf-8").replace("https://", "https："), "utf-8")
    before = [path.read_bytes() for path in paths]
    real = together.prepare

    def refuse(path, data):
        if path.name == "bird-2.yml":
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(together, "prepare", refuse)
    done = curate("-C", tiny, "check", "--fix", "--write")
    assert done.code == 2
    assert "磁盘已满" in done.err
    assert [path.read_bytes() for path in paths] == before
