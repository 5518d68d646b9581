"""The command line: how it ends, what it says, in Chinese, on any terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import CurateError
from bot.flows import regen

REPOSITORY = Path(__file__).parents[1]


def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
    )  # fmt: skip


@pytest.mark.parametrize(("trouble", "code", "said"), [
    pytest.param(CurateError("坏了", "a.yml:3", "请修好"), 2, "a.yml:3：坏了。请修好。\n", id="cannot run"),
    pytest.param(KeyboardInterrupt(), 130, "\n", id="interrupted"),
    pytest.param(ZeroDivisionError("x"), 3, "这是 curate 自己的错误，不是您的。", id="a bug"),
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
    pytest.param(["regne"], "没有命令 'regne'。", id="misspelt command"),
    pytest.param(["regen", "--chek"], "没有选项 '--chek'。", id="misspelt option"),
    pytest.param(["regen", "x"], "多出了参数（x）", id="too many arguments"),
    pytest.param(["explain"], "缺少参数", id="missing argument"),
    pytest.param(["check", "--format", "xml"], "'xml' 不在可选项里", id="unknown choice"),
    pytest.param(["-C"], "选项 '-C' 需要一个值。", id="missing value"),
    pytest.param(["-C", "nosuch-folder", "regen"], "这里没有目录（缺少 catalog/list.yml）", id="no such folder"),
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
