"""A command killed after any of its file operations and run again ends as one that nobody disturbed."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from interrupted import COMMANDS, OPERATIONS, arranged, files

from bot.__main__ import main
from bot.files import access


def killed_after(count: int, arguments: list[str]) -> bool:
    """Run the command in a process that ends itself after so many operations that change files; whether it did."""
    if not (child := os.fork()):
        left = [count]
        for name in OPERATIONS:
            setattr(os, name, _counting(getattr(os, name), name, left))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.argv = ["curate", *arguments]
        try:
            main()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _counting(real, name, left):
    def counted(*arguments, **named):
        result = real(*arguments, **named)
        if name != "open" or arguments[1] & os.O_CREAT:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
        return result

    return counted


@pytest.mark.skipif(os.name != "posix", reason="needs fork")
@pytest.mark.parametrize("command", COMMANDS)
def test_killed_anywhere_and_run_again(tmp_path, tiny, curate, command):
    arguments = arranged(command, tiny, curate)
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(tiny, undisturbed)
    assert curate("-C", undisturbed, *arguments).code == 0
    count = 1
    while True:
        root = tmp_path / f"{count}"
        shutil.copytree(tiny, root)
        if not killed_after(count, ["-C", str(root), *arguments]):
            break
        access.swept.cache_clear()  # the next run is another process
        again = curate("-C", root, *arguments)
        assert files(root) == files(undisturbed), (count, again)
        left = [name for name in files(Path(os.environ["XDG_CACHE_HOME"])) if name.endswith((".tmp", ".unfinished"))]
        assert not left, count
        shutil.rmtree(root)
        count += 1
    assert count > 4
