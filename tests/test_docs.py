"""What the documents say is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.rules.txt001_empty_description import LONG, TOO_LONG

ROOT = Path(__file__).parents[1]
BOOKS = [("rules", "docs/rules.md"), ("manual", "docs/commands.md")]


def curate(*args, cwd=ROOT):
    return subprocess.run([sys.executable, "-m", "bot", *args], cwd=cwd, capture_output=True, text=True, check=False)


def commands():
    return sorted(re.findall(r"^## curate (\w+)$", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(("command", "page"), BOOKS, ids=[page for _, page in BOOKS])
def test_generated_documents_are_current(command, page):
    done = curate(command, "--write", page, "--check")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("command", "page"), BOOKS, ids=[page for _, page in BOOKS])
def test_a_stale_document_shows_its_diff_and_stays(tmp_path, command, page):
    target = tmp_path / "book.md"
    target.write_text("旧的\n", "utf-8")
    done = curate(command, "--write", str(target), "--check")
    assert done.returncode == 1
    assert "-旧的" in done.stdout
    assert f"curate {command} --write" in done.stderr
    assert target.read_text("utf-8") == "旧的\n"


def test_every_command_has_examples_and_is_known_to_maintainers():
    guide = "".join((ROOT / "docs" / name).read_text("utf-8") for name in ("maintaining.md", "contributing.md"))
    manual = (ROOT / "docs/commands.md").read_text("utf-8").split("\n## ")
    for command in commands():
        page = next(part for part in manual if part.startswith(f"curate {command}\n"))
        assert "例：" in page, command
        assert f"curate {command}" in guide, command


def test_the_help_is_chinese_to_the_last_word():
    assert not re.search(r"Usage|Options|Commands|Show this", (ROOT / "docs/commands.md").read_text("utf-8"))


def test_readme_has_the_two_commands_and_ci_runs_the_second():
    shell = re.findall(r"```sh\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert [command.split()[-1] for command in shell] == ["regen", "pytest"]
    assert "python -m pytest" in (ROOT / ".ci/run").read_text("utf-8")


def test_hooks_for_pre_commit_run_commands_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["entry"].split()[1] for hook in hooks} <= set(commands())


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_relative_links_between_documents_lead_somewhere(page):
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:|#|\.\./\.\./issues)([^)#\s]+)", prose):
        assert (page.parent / target).exists(), target


def test_contributors_are_told_the_limits_that_hold():
    text = (ROOT / "docs/contributing.md").read_text(encoding="utf-8")
    assert f"超过 {LONG} 个字符会得到警告，超过 {TOO_LONG} 个不收" in text
