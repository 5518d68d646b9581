"""The distribution as PyPI gets it: built, looked at, installed where nothing else is, and run. Needs a registry."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from bot.files import installed as installed_from

ROOT = Path(__file__).parents[1]
BIN = Path(sysconfig.get_paths()["scripts"])
RELEASE = ROOT / ".ci/release"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGE = "# 列表\n\n- [鹤](https://github.com/a-lab/crane)：对话模型\n"


def run(*command, cwd=ROOT, **more):
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A source distribution, and the wheel that is built from it alone."""
    folder = tmp_path_factory.mktemp("dist")
    run(BIN / "uv", "build", "--quiet", "--no-config", "--out-dir", folder, ROOT)
    (source,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return source, wheel


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """An environment with the wheel and what it asks for."""
    home = tmp_path_factory.mktemp("installed")
    run(BIN / "uv", "venv", "--quiet", "--python", sys.executable, home)
    run(BIN / "uv", "pip", "install", "--quiet", "--python", home, built[1])
    scripts = sysconfig.get_path("scripts", "venv", {"base": str(home)})
    return Path(scripts) / "curate"


def test_pypi_would_take_it(built):
    said = run(BIN / "twine", "check", "--strict", *built, env={**os.environ, "NO_COLOR": "1"})
    assert said.count("PASSED") == 2


def test_the_wheel_holds_every_file_of_the_package(built):
    listed = run("git", "ls-files", "-z", "bot").split("\0")
    there = {name for name in listed if name and (ROOT / name).exists()}
    assert there <= set(zipfile.ZipFile(built[1]).namelist())


def test_nothing_but_the_package_travels(built):
    outside = {name for name in zipfile.ZipFile(built[1]).namelist() if not name.startswith(("bot/", "curate_list-"))}
    assert outside == set()
    with tarfile.open(built[0]) as source:
        tops = {name.split("/")[1] for name in source.getnames() if "/" in name}
    assert tops <= {"bot", "docs", "CHANGELOG.md", "LICENSE", "PKG-INFO", "pyproject.toml", ".gitignore"}


def test_a_release_knows_its_commit(tmp_path):
    """`.ci/release` leaves it in a file that git ignores: without a word to the build backend it would stay behind."""
    (command,) = re.findall(r"^    git rev-parse HEAD > (\S+) #", RELEASE.read_text("utf-8"), re.MULTILINE)
    for name in run("git", "ls-files", "-z", "bot", "pyproject.toml", ".gitignore", "LICENSE", "docs/package.md").split(
        "\0"
    ):
        if name and (ROOT / name).exists():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / command).write_text("0" * 40, encoding="ascii")
    run(BIN / "uv", "build", "--quiet", "--no-config", "--out-dir", tmp_path / "made", tmp_path)
    (wheel,) = (tmp_path / "made").glob("*.whl")
    assert zipfile.ZipFile(wheel).read(installed_from.RELEASED.relative_to(ROOT).as_posix()) == b"0" * 40


def test_it_runs_where_nothing_else_is(installed, tmp_path):
    (tmp_path / "README.md").write_text(PAGE, encoding="utf-8")
    said = {**os.environ, "PYTHONUTF8": "1"}
    assert f"curate {PROJECT['version']}" in run(installed, "--version", cwd=tmp_path, env=said)
    assert "curate check" in run(installed, "--help", cwd=tmp_path, env=said)
    assert run(installed, "check", "README.md", cwd=tmp_path, env=said).startswith("没有发现问题。")


def test_it_makes_a_list_of_a_page(installed, tmp_path):
    (tmp_path / "README.md").write_text(PAGE, encoding="utf-8")
    run(installed, "import", "README.md", cwd=tmp_path)
    run(installed, "check", cwd=tmp_path)
    assert "写入 _site" in run(installed, "site", cwd=tmp_path)


def test_pre_commit_lints_a_page(tmp_path):
    for name in ("README.md", "other.md"):
        (tmp_path / name).write_text(PAGE.replace("https://", "https//"), encoding="utf-8")
    for words in ("init -q", "add -A"):
        run("git", *words.split(), cwd=tmp_path)
    command = [BIN / "uv", "tool", "run", "--quiet", "pre-commit", "try-repo", ROOT, "curate-lint", "--all-files"]
    home = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}
    done = subprocess.run(command, cwd=tmp_path, env=home, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("LNK001")) == (1, 1), done.stdout[-2000:] + done.stderr[-2000:]
    assert "README.md\n  3: 错误 LNK001" in done.stdout


@pytest.mark.parametrize(
    "version, says",
    [
        pytest.param("9.9.9", "标签是 v9.9.9", id="another version"),
        pytest.param(PROJECT["version"], "CHANGELOG.md 里没有", id="nothing to say of it"),
    ],
)
def test_a_release_stops_before_anything_is_built(version, says, tmp_path):
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    if version == PROJECT["version"] and f"## [{version}]" in log:
        pytest.skip("this version has its section")
    for name in (".ci/release", "pyproject.toml", "CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    done = subprocess.run(
        ["bash", ".ci/release", "build"], cwd=tmp_path, env={"PATH": os.environ["PATH"], "GITHUB_REF_NAME": f"v{version}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert says in done.stderr


def test_the_notes_of_a_release_are_its_section(tmp_path):
    log = "# 更新\n\n## [未发布]\n\n- 丙\n\n## [0.1.0] - 2026-01-01\n\n- 甲\n\n### 修复\n\n- 乙\n\n## [0.0.9]\n\n- 旧\n"
    (command,) = re.findall(r"^    (awk .*) CHANGELOG\.md > notes\.md$", RELEASE.read_text("utf-8"), re.MULTILINE)
    done = subprocess.run(
        ["bash", "-c", f"version=0.1.0; {command}"], input=log, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["-", "甲", "###", "修复", "-", "乙"]
