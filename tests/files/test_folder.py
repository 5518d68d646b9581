"""A temporary folder holds what it is given, and goes when the work is done or fails."""

import pytest

from bot.files.folder import temporary_folder

FILES = {"a/b/c.yml": b"x\r\n", "d": b""}


def test_a_temporary_folder_holds_the_bytes():
    with temporary_folder(FILES) as folder:
        assert {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()} == FILES
    assert not folder.exists()


def test_a_temporary_folder_goes_when_the_work_fails():
    folders = []

    def work():
        with temporary_folder(FILES) as folder:
            folders.append(folder)
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert not folders[0].exists()
