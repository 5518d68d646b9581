"""Walking a list's folder opens no link, and names the folder that cannot be read."""

import errno
import os

import pytest

from bot.errors import CurateError
from bot.files import walk


def test_walk_is_sorted_leaves_out_what_is_hidden_and_opens_no_link(tmp_path):
    for name in ("b/x.yml", "b/a.yml", "a.yml", ".git/config", "b/.x.yml.swp", "ä/中.yml"):
        (tmp_path / "catalog" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "catalog" / name).touch()
    (tmp_path / "catalog/b/link.yml").symlink_to("/etc/passwd")
    (tmp_path / "catalog/up").symlink_to("..")
    special: list[str] = []
    assert [path for path, _ in walk.stats(tmp_path, "catalog", special)] == walk.paths(tmp_path, "catalog") == [
        "catalog/a.yml", "catalog/b/a.yml", "catalog/b/x.yml", "catalog/ä/中.yml",
    ]  # fmt: skip
    assert sorted(special) == ["catalog/b/link.yml", "catalog/up"]
    assert walk.paths(tmp_path, "nosuch") == []


def test_the_folder_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    (tmp_path / "catalog/shut").mkdir(parents=True)
    real = os.scandir

    def scandir(path):
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "Denied", path)
        return real(path)

    monkeypatch.setattr(walk.os, "scandir", scandir)
    with pytest.raises(CurateError) as caught:
        walk.stats(tmp_path, "catalog", [])
    assert caught.value.where == str(tmp_path / "catalog/shut")
