"""The command line: how it ends, what it says, in Chinese, on any terminal."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.cli import click_zh
from bot.errors import CurateError
from bot.flows import regen

REPOSITORY = Path(__file__).parents[2]
# What click says in pieces, or said in 8.1 and 8.2.
OTHERWISE = {
    "Usage: ", "Arguments", "No such option: {name}", "{missing}{param_hint}.{msg}", "Possible option: {possibilities}",
    "(Possible option: {possibilities})", "(Possible options: {possibilities})",
    "Did you mean one of: {possibilities}?",
}  # fmt: skip


def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
    )  # fmt: skip


@pytest.mark.parametrize(("trouble", "code", "said"), [
    pytest.param(CurateError("坏了", "a.yml:3", "请修好"), 2, "a.yml:3：坏了。请修好。\n", id="cannot run"),
    pytest.param(KeyboardInterrupt(), 130, "\n", id="interrupted"),
    pytest.param(ZeroDivisionError("x"), 3, "这是 curate 自己的错误，不是你的。", id="a bug"),
    pytest.param(RecursionError("x"), 3, "Traceback (most recent call last)", id="a bug has a traceback to paste"),
])  # fmt: skip
def test_how_it_ends(tiny, curate, monkeypatch, trouble, code, said):
    def fail(_root):
        raise trouble

    monkeypatch.setattr(regen, "look", fail)
    found = curate("-C", tiny, "regen")
    assert found.code == code
    assert said in found.err
    assert ("Traceback" in found.err) == (code == 3)


def test_fine_and_findings(tiny, curate):
    assert curate("-C", tiny, "regen").code == 0
    assert curate("-C", tiny, "regen", "--check").code == 0
    (tiny / "README.md").write_text("x", encoding="utf-8")
    assert curate("-C", tiny, "regen", "--check").code == 1


@pytest.mark.parametrize(("arguments", "said"), [
    pytest.param(["nosuch"], "没有命令 'nosuch'。", id="unknown command"),
    pytest.param(["regne"], "没有命令 'regne'。是不是想写 'regen'？", id="misspelt command"),
    pytest.param(["regen", "--chek"], "没有选项 '--chek'。", id="misspelt option"),
    pytest.param(["regen", "x"], "多出了参数（x）", id="too many arguments"),
    pytest.param(["explain"], "缺少参数", id="missing argument"),
    pytest.param(["check", "--format", "xml"], "'xml' 不在可选项里", id="unknown choice"),
    pytest.param(["-C"], "选项 '-C' 需要一个值。", id="missing value"),
    pytest.param(["-C", "nosuch-folder", "regen"], "这里没有条目库（找不到 catalog/list.yml）", id="no such folder"),
    pytest.param(["explain", "xyz999"], "没有规则“xyz999”", id="unknown rule"),
])  # fmt: skip
def test_wrong_calls_exit_with_2_and_a_chinese_sentence(arguments, said):
    done = start(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["regen", "--help"]])
def test_help_is_chinese_and_has_examples(arguments):
    done = start(*arguments)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "用法：" in text
    assert "例：" in text
    assert "  curate regen" in text
    for english in ("Usage", "Options", "Commands", "Show this message"):
        assert english not in text


def test_folders_are_entered_one_after_another(tiny, tmp_path):
    inner = tmp_path / "outer"
    tiny.rename(inner)
    assert start("-C", tmp_path, "-C", "outer", "regen").returncode == 0
    assert (inner / "README.md").is_file()


def test_version():
    assert start("--version").stdout.startswith(b"curate ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_the_help_names(shell):
    done = start(_CURATE_COMPLETE=f"{shell}_source")
    assert done.returncode == 0, done.stderr
    assert b"_CURATE_COMPLETE" in done.stdout


def test_completion_completes_commands():
    done = start(_CURATE_COMPLETE="bash_complete", COMP_WORDS="curate re", COMP_CWORD="1")
    assert b"plain,regen" in done.stdout.splitlines()


def test_completion_completes_codes_of_rules():
    done = start(_CURATE_COMPLETE="bash_complete", COMP_WORDS="curate explain dup00", COMP_CWORD="2")
    assert b"plain,dup001" in done.stdout.splitlines()
    assert b"lnk" not in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_a_terminal_without_chinese_gets_no_traceback(tiny, encoding):
    done = start("-C", tiny, "regen", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert b"README.md" in done.stdout


def test_a_reader_that_goes_away_is_no_traceback(tiny):
    program = f"{sys.executable} -m bot -C {tiny} regen --check | head -c 1"
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}
    )
    assert b"Traceback" not in done.stderr


def shell(program: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`curate` in the program is this one."""
    whole = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    program = f"curate() {{ '{sys.executable}' -m bot \"$@\"; }}\n{program}"
    return subprocess.run(["bash", "-c", program], capture_output=True, check=False, cwd=folder, env=whole, timeout=60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["rules", "regen --check", "check --format json"])
def test_a_full_disk_behind_stdout_is_one_sentence(tiny, command):
    done = shell(f"curate {command} > /dev/full", tiny)
    assert (done.returncode, done.stderr.decode()) == (2, "标准输出：磁盘已满，没有写入。请腾出空间后重试。\n")


def test_a_closed_stdout_is_no_traceback(tiny):
    shell("curate regen", tiny)
    assert shell("curate check >&-", tiny).stderr == b""


def test_a_circle_of_links_is_one_sentence(tiny):
    (tiny / "README.md").symlink_to("README.md")
    done = shell("curate regen", tiny)
    assert (done.returncode, done.stderr.decode()) == (2, "README.md：符号链接循环引用。请换成普通文件。\n")


def test_a_folder_that_was_deleted_is_one_sentence(tmp_path):
    (tmp_path / "gone").mkdir()
    done = shell("cd gone && rmdir ../gone && curate regen", tmp_path)
    assert (done.returncode, done.stderr.decode()) == (
        2,
        ".：找不到这个文件或文件夹。请检查路径，或用 -C 指定列表所在的文件夹。\n",
    )


def test_a_name_that_is_no_text_is_no_traceback(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.md")).write_text("- [a](https：//x.org)\n", encoding="utf-8")
    done = shell("curate check $'\\xff.md' --format sarif", tmp_path)
    assert (done.returncode, done.stderr.decode()) == (1, "")
    assert '"uri": "%FF.md"' in done.stdout.decode()


def test_a_folder_that_is_a_circle_of_links_is_one_sentence(tmp_path):
    (tmp_path / "round").symlink_to("round")
    done = shell("curate -C round regen", tmp_path)
    assert (done.returncode, done.stderr.decode()) == (2, "round：符号链接循环引用。请换成普通文件。\n")


def test_a_system_error_names_its_file(tiny, curate, monkeypatch):
    def fail(_root):
        raise PermissionError(13, "Permission denied", "catalog/list.yml")

    monkeypatch.setattr(regen, "look", fail)
    found = curate("-C", tiny, "regen")
    assert (found.code, found.err) == (2, "catalog/list.yml：没有读写权限。请检查文件夹的权限后重试。\n")


def test_a_key_pressed_before_the_command_is_there(curate, monkeypatch):
    def pressed():
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.click_zh.install", pressed)
    assert curate("--help") == (130, "", "")


def test_from_a_folder_inside_the_list(tiny):
    section = next(tiny.glob("catalog/*/*.yml")).parent
    done = shell("curate regen", section)
    assert done.returncode == 2
    assert f"上级文件夹里有，请用 curate -C {tiny.resolve()} 运行" in done.stderr.decode()


def test_a_record_named_from_its_folder(tiny):
    record = next(tiny.glob("catalog/*/*.yml"))
    record.write_text(record.read_text(encoding="utf-8").replace("kind:", "kin:"), encoding="utf-8")
    done = shell(f"curate check {record.name}", record.parent)
    assert done.returncode == 1
    assert "不认识的字段“kin”" in done.stdout.decode()


def test_a_data_file_is_no_page(tiny):
    done = shell("curate check catalog/../x.json", tiny)
    assert done.returncode == 2
    assert "这是数据文件，不是列表页面" in done.stderr.decode()


def test_a_page_edited_by_hand_is_not_sent_to_regen(tiny):
    done = shell("curate regen && echo 手写 >> README.md && curate regen --check", tiny)
    assert done.returncode == 1
    assert "请先用 curate absorb 写回 catalog/" in done.stderr.decode()


def test_a_cache_folder_that_is_no_whole_path_is_not_used(tiny, tmp_path):
    done = shell("curate regen", tiny, XDG_CACHE_HOME="cache", HOME=str(tmp_path / "home"))
    assert done.returncode == 0
    assert not (tiny / "cache").exists()
    assert (tmp_path / "home/.cache/curate").is_dir()


@pytest.mark.skipif(os.name != "posix", reason="no pseudo-terminals")
@pytest.mark.parametrize(("environment", "coloured"), [
    pytest.param({"TERM": "xterm"}, True, id="a terminal"),
    pytest.param({"TERM": "xterm", "NO_COLOR": "1"}, False, id="NO_COLOR"),
    pytest.param({"TERM": "dumb"}, False, id="a dumb terminal"),
])  # fmt: skip
def test_colour_is_for_terminals_that_want_it(tiny, environment, coloured):
    mine, theirs = os.openpty()
    (tiny / "catalog/x.txt").write_text("x")
    whole = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | environment
    command = [sys.executable, "-m", "bot", "-C", str(tiny), "check"]
    subprocess.run(command, stdout=theirs, check=False, timeout=60, env=whole | {"PYTHONPATH": str(REPOSITORY)})
    os.close(theirs)
    assert (b"\x1b[" in os.read(mine, 1 << 16)) == coloured


ESCAPES = "\x1b]0;title\x07\x1b[2J\u202e"


def test_a_page_edited_by_hand_cannot_drive_the_terminal(tiny, curate):
    assert curate("-C", tiny, "regen").code == 0
    page = tiny / "README.md"
    page.write_text(page.read_text("utf-8") + f"\n{ESCAPES}\r::error::injected\n", "utf-8")
    for command in (["regen"], ["regen", "--check"], ["absorb", "--dry-run"]):
        done = curate("-C", tiny, *command)
        assert not set("\x1b\x07\u202e\r") & set(done.out + done.err), command


@pytest.mark.parametrize(
    "hole",
    ['{{ entries("\x1b[2J") }}', '{{ entries("a\\n::error::injected") }}', "{{ \x1b }}"],
    ids=["an escape", "a line", "no name"],
)
def test_a_template_cannot_drive_the_terminal(tiny, curate, hole):
    (tiny / "README.template.md").write_text(hole, "utf-8")
    done = curate("-C", tiny, "regen")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert not any(line.startswith("::") for line in done.err.splitlines())


def test_a_file_name_cannot_drive_the_terminal(tiny, curate):
    (tiny / "\x1b[2J.md").write_text("- [甲](https://a.example)\n", "utf-8")
    done = curate("-C", tiny, "import", "\x1b[2J.md", "--into", tiny / "new", "--dry-run")
    assert (done.code, "\x1b" in done.out) == (0, False)


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["check", "-h"]])
def test_help_by_either_name(curate, arguments):
    said = curate(*arguments)
    assert said.code == 0
    assert "--help" in said.out


def test_every_sentence_of_click_that_has_a_translation_is_one_of_its_own():
    trees = (ast.parse(path.read_text("utf-8")) for path in Path(click.__file__).parent.glob("*.py"))
    said = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert {sentence for sentence in (*click_zh.WORDS, *click_zh.PLURALS) if sentence not in said} <= OTHERWISE
