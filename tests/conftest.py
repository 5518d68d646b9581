"""What every test may use: a tiny list to work on, the command line, and golden pages.

`python -m pytest --bless` accepts the pages under tests/golden as they are made now; read the diff afterwards.
"""

import gc
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

# The same examples every time, on slow machines too; bench/fuzz_catalog.py looks for new ones.
settings.register_profile("curate", deadline=None, derandomize=True, database=None)
settings.load_profile("curate")

HERE = Path(__file__).parent
REPOSITORY = HERE.parent


def pytest_addoption(parser):
    parser.addoption("--bless", action="store_true", help="accept the golden pages as they are made now")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """No test reads or writes the cache of whoever runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(autouse=True)
def _own_summary(monkeypatch):
    """No test speaks on the page of the workflow run that it is part of."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def tiny(tmp_path):
    """A copy of the list in tests/data/tiny: a folder with catalog/ and README.template.md, no README.md yet."""
    return Path(shutil.copytree(HERE / "data" / "tiny", tmp_path / "tiny"))


@pytest.fixture
def golden(request):
    """golden(name, text) → nothing; fails unless tests/golden/<name> is `text`."""

    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if request.config.getoption("--bless"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; accept it with --bless"

    return compare


class Said(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def curate(monkeypatch, capsys):
    """curate("-C", folder, "regen") → (exit code, stdout, stderr), in this process."""
    from bot.__main__ import main

    def run(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["curate", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        gc.enable()
        gc.unfreeze()
        return Said(stopped.value.code or 0, *capsys.readouterr())

    return run
