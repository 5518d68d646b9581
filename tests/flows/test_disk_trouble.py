"""A disk that fills up or turns read-only in the midst of a command: one sentence, and the list as it was,
or as it shall be once the disk takes something again."""

import errno
import os
import shutil

import pytest
from interrupted import COMMANDS, OPERATIONS, arranged, files

TROUBLES = {
    "full": (errno.ENOSPC, "磁盘已满，没有写入"),
    "read-only": (errno.EROFS, "磁盘是只读的，没有写入"),
}


def troubled(monkeypatch, count, number, *, lasting):
    """From the operation of that count on nothing is created or written any more; or that one is not."""
    left = [count]

    def failing(real, name):
        def tried(*arguments, **named):
            if name != "open" or arguments[1] & os.O_CREAT:
                left[0] -= 1
                if left[0] == 0 or (lasting and left[0] < 0 and name not in {"unlink", "rmdir"}):
                    raise OSError(number, os.strerror(number), arguments[0])
            return real(*arguments, **named)

        return tried

    for name in OPERATIONS:
        monkeypatch.setattr(os, name, failing(getattr(os, name), name))
    return left


@pytest.mark.parametrize("lasting", [True, False], ids=["for good", "for a moment"])
@pytest.mark.parametrize(("number", "what"), TROUBLES.values(), ids=TROUBLES)
@pytest.mark.parametrize("command", COMMANDS)
def test_trouble_anywhere_leaves_the_list_as_it_was(
    tmp_path, tiny, curate, monkeypatch, command, number, what, lasting
):
    arguments = arranged(command, tiny, curate)
    before = files(tiny)
    count = 1
    while True:
        root = tmp_path / f"{count}"
        shutil.copytree(tiny, root)
        with monkeypatch.context() as patch:
            left = troubled(patch, count, number, lasting=lasting)
            said = curate("-C", root, *arguments)
        if left[0] > 0:
            break
        if said.code:
            assert (said.code, said.err.count("\n"), what in said.err) == (2, 1, True), (count, said)
            if files(root) != before:  # what could not be undone either is for the next run to finish
                assert lasting, (count, said)
                assert curate("-C", root, "regen", "--check").code == 0, (count, said)
        shutil.rmtree(root)
        count += 1
    assert said.code == 0
    assert count > 4
