"""What the documents say is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.catalog.limits import LONG_DESCRIPTION, LONGEST_DESCRIPTION

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


def test_no_merge_has_left_its_marks():
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    assert [page.name for page in pages if re.search(r"^(?:<{7}|>{7}) ", page.read_text("utf-8"), re.MULTILINE)] == []


def test_contributors_are_told_the_limits_that_hold():
    text = (ROOT / "docs/contributing.md").read_text(encoding="utf-8")
    assert f"超过 {LONG_DESCRIPTION} 个字符会得到警告，超过 {LONGEST_DESCRIPTION} 个不收" in text


LEAVING = {"edge", "render", "sources"}  # emptied step by step
GUIDES = [ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md"), ROOT / "bench/README.md"]
COMMAND = re.compile(r"(?<![\w-])curate ([a-z]+)((?: [^`\n]*)?)")


def guides():
    return [pytest.param(page.read_text("utf-8"), id=page.relative_to(ROOT).as_posix()) for page in GUIDES]


@pytest.mark.parametrize("text", guides())
def test_files_that_are_named_exist(text):
    named = set(re.findall(r"`((?:bot|tests|bench|docs|\.github|\.ci)/[\w./-]*)`", text))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("text", guides())
def test_commands_and_options_that_are_named_exist(text):
    manual = dict(
        re.findall(
            r"^## curate (\w+)\n(.*?)(?=^## |\Z)",
            (ROOT / "docs/commands.md").read_text("utf-8"),
            re.MULTILINE | re.DOTALL,
        )
    )
    for command, rest in COMMAND.findall(text):
        assert command in manual, command
        for option in re.findall(r"(?<!\S)--[a-z-]+", rest.split("#")[0]):
            assert option in manual[command], f"curate {command} {option}"


def test_the_rooms_are_those_of_the_package():
    rows = re.findall(r"^\| ((?:`[\w./]+`、?)+) \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    rooms = {name.strip("/") for row in rows for name in re.findall(r"`([\w./]+)`", row)}
    package = {path.name for path in (ROOT / "bot").iterdir() if (path / "__init__.py").exists()}
    assert rooms == {*package, "errors.py"} - LEAVING


def test_the_contracts_name_every_room():
    layers = (ROOT / ".importlinter").read_text("utf-8").partition("layers =\n")[2].partition("\n\n")[0]
    rooms = set(re.findall(r"\w+", layers))
    package = {
        path.stem for path in (ROOT / "bot").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert rooms == package - {"__init__"} - LEAVING


@pytest.mark.parametrize("text", [pytest.param(p.read_text("utf-8"), id=p.name) for p in [*ROOT.glob("*.md"), *GUIDES]])
def test_nobody_is_told_to_install_somebody_elses_package(text):
    assert not re.search(r"(?:pip|uv|pipx) (?:tool )?install (?:-\S+ )*curate(?![\w-])|uvx curate(?![\w-])", text)


def test_the_manual_shows_no_mark_of_clicks():
    assert "\b" not in (ROOT / "docs/commands.md").read_text("utf-8")
