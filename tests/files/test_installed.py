"""Where the program was installed from, as pip has noted it or as its checkout says."""

import json
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

from bot import HOME
from bot.files import installed

SHA = "0123456789" * 4


class Distribution:
    def __init__(self, noted):
        self.noted = noted

    def read_text(self, name):
        return None if self.noted is None else json.dumps(self.noted)


def noted(monkeypatch, value):
    monkeypatch.setattr(metadata, "distribution", lambda name: Distribution(value))


def git(root, *words):
    name = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    done = subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path):
    root = tmp_path / "curate"
    root.mkdir()
    git(root, "init", "-qb", "main")
    git(root, "remote", "add", "origin", "https://github.com/o/curate")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")
    return root


def test_from_a_git_address(monkeypatch):
    noted(monkeypatch, {"url": "https://github.com/o/r", "vcs_info": {"vcs": "git", "commit_id": SHA}})
    assert installed.source() == ("https://github.com/o/r", SHA, True)


def test_from_a_checkout_whose_commit_was_pushed(monkeypatch, checkout):
    noted(monkeypatch, {"url": checkout.as_uri(), "dir_info": {"editable": True}})
    head = git(checkout, "rev-parse", "HEAD")
    assert installed.source() == ("https://github.com/o/curate", head, False), "nobody else has that commit yet"
    git(checkout, "update-ref", "refs/remotes/origin/main", head)
    assert installed.source() == ("https://github.com/o/curate", head, True)


def test_from_a_registry_within_somebody_elses_checkout(monkeypatch, checkout):
    """`.venv` stands in the list's own repository: that is not where the program is from."""
    place = checkout / ".venv" / "lib" / "bot" / "files" / "installed.py"
    place.parent.mkdir(parents=True)
    monkeypatch.setattr(installed, "__file__", str(place))
    noted(monkeypatch, None)
    assert installed.source() == ("", "", True)


def test_not_installed_at_all(monkeypatch, tmp_path):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    monkeypatch.setattr(installed, "__file__", str(Path(tmp_path, "a", "b", "c.py")))
    assert installed.source() == ("", "", True)


def test_from_a_release(monkeypatch, checkout, tmp_path):
    """A registry notes no commit; the wheel of a release has it in it."""
    place = checkout / ".venv" / "lib" / "bot" / "files" / "installed.py"
    place.parent.mkdir(parents=True)
    monkeypatch.setattr(installed, "__file__", str(place))
    noted(monkeypatch, None)
    monkeypatch.setattr(installed, "RELEASED", tmp_path / "released.txt")
    installed.RELEASED.write_text(f"{SHA}\n", encoding="ascii")
    assert installed.source() == (HOME, SHA, True)
