"""Who may touch the world, and where a program may end. Who may import whom stands in .importlinter."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"

# Package → the rooms that may import it.
OWNERS = {
    "click": {"cli", "__main__"},
    "yaml": {"catalog", "submissions"},
    "jinja2": {"readme", "site"},
    "mistune": {"cli", "site"},
    "github": {"github"},
    "requests": {"github"},
    "httpx": set(),
    "aiohttp": set(),
    "pycurl": {"web"},
    "urllib3": {"github"},
    "urllib.request": set(),
    "http": set(),
    "socket": {"web"},
    "ssl": set(),
    "subprocess": {"files"},
    "asyncio": {"web"},
    "os": {"files", "catalog", "cli", "__main__"},
    "shutil": {"files"},
    "tempfile": {"files"},
    "io": {"files", "site", "__main__"},
    "glob": {"files"},
    "pathlib.Path": {"files", "catalog", "github", "flows", "cli", "web"},
    "random": set(),
    "pickle": {"catalog"},
    "sqlite3": set(),
}
FILE_CALLS = {
    "glob", "iterdir", "mkdir", "read_bytes", "read_text", "resolve", "rglob", "rmdir", "symlink_to", "touch",
    "unlink", "write_bytes", "write_text",
}  # fmt: skip
ASKED = {"exists", "is_dir", "is_file", "is_symlink", "samefile", "stat"}
# What bot/files.access lends to others: nothing of it takes a path that a link could lead elsewhere.
LENT = {"as_text", "explain", "explained", "flat", "paths", "real", "stats"}
# Who may read a file by its whole path: one it found itself, with no link on the way.
BY_PATH = {"catalog/load.py": {"read_bytes"}}
# Who reads what a person or a workflow names.
GIVEN = {"cli/commands/new.py", "cli/commands/submit.py", "flows/check_page.py", "github/events.py"}


def modules() -> list[Path]:
    return sorted(BOT.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> list[tuple[str, int]]:
    """Every module a file imports, late ones too, with the line."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: write the whole name"
            found += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return found


def room(path: Path) -> str:
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def called(path: Path) -> Iterator[tuple[ast.Call, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node, node.lineno


@pytest.mark.parametrize("package", OWNERS)
def test_who_may_import(package):
    wrong = [
        f"{path.relative_to(BOT)}:{line}"
        for path in modules()
        for name, line in imported(path)
        if f"{name}.".startswith(f"{package}.") and room(path) not in OWNERS[package]
    ]
    assert not wrong


def test_who_touches_files():
    wrong = [
        f"{path.relative_to(BOT)}:{line}"
        for path in modules()
        if room(path) != "files"
        for call, line in called(path)
        if (isinstance(call.func, ast.Name) and call.func.id == "open")
        or (isinstance(call.func, ast.Attribute) and call.func.attr in FILE_CALLS | ASKED)
    ]
    assert not wrong


def test_one_way_to_the_files_of_a_list():
    """Everything below a list's folder is read and written by bot.files.below and .together, which refuse links out."""
    wrong = [
        f"{path.relative_to(BOT)}:{line}: {name}"
        for path in modules()
        if room(path) != "files"
        for name, line in imported(path)
        if name.startswith("bot.files.access")
        and name.rpartition(".")[2] not in LENT | BY_PATH.get(path.relative_to(BOT).as_posix(), set())
    ]
    assert not wrong
    given = {path.relative_to(BOT).as_posix() for path in modules() for name, _ in imported(path) if ".given." in name}
    assert given == GIVEN


def test_no_assert_and_no_exit_outside_the_command_line():
    wrong = []
    for path in modules():
        wrong += [f"{path.relative_to(BOT)}:{n.lineno}" for n in ast.walk(tree(path)) if isinstance(n, ast.Assert)]
        if room(path) not in {"cli", "__main__"}:
            ends = {"sys.exit", "os._exit", "exit", "quit"}
            wrong += [f"{path.relative_to(BOT)}:{line}" for c, line in called(path) if ast.unparse(c.func) in ends]
    assert not wrong


def test_help_imports_nothing_heavy(tmp_path):
    heavy = ["yaml", "jinja2", "github", "mistune", "opencc", "ada_url", "pycurl", "requests", "asyncio", "rapidfuzz"]
    program = (
        "import sys\nsys.argv = ['curate', '--help']\nfrom bot.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"print('loaded:', *[name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(BOT.parent), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_one_way_to_the_terminal():
    wrong = [
        f"{path.relative_to(BOT)}:{line}"
        for path in modules()
        if path.name != "output.py"
        for call, line in called(path)
        if ast.unparse(call.func) in {"click.echo", "click.secho", "print", "echo"}
    ]
    assert not wrong
