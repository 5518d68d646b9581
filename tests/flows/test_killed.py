"""A command killed after any of its file operations and run again ends as one that nobody disturbed."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.files import access

OPERATIONS = ("open", "fsync", "chmod", "replace", "rename", "mkdir", "unlink", "rmdir")
PAGE = """\
# 别的列表

## 模型

- [鹤一](https://github.com/a/crane-one) - 第一只。

## 新的一节

- [鹤二](https://github.com/a/crane-two) - 第二只。
- [鹤三](https://github.com/a/crane-three) - 第三只。
"""
ANSWERS = """\
name: 新项目
link: https://github.com/new/project
section: models
kind: model
description: 一个刚刚发布的项目，用来对话，代码与权重都可以自由下载。
"""


def edit(root: Path) -> None:
    page = root / "README.md"
    text = page.read_text("utf-8")
    for old, new in (("以白鹤为基础", "以白鹤为底座"), ("# ", "#  ")):
        assert old in text
        text = text.replace(old, new) if len(old) > 2 else text
    first = text.index("\n## ")
    page.write_text(text[:first] + "\n手写的一段。\n" + text[first:].replace("多轮", "许多轮"), encoding="utf-8")


def empty(root: Path) -> None:
    shutil.rmtree(root / "catalog")
    for name in ("README.template.md", "README.md"):
        (root / name).unlink()


COMMANDS = {
    "absorb": (edit, ("absorb", "--yes")),
    "import": (empty, ("import", "page.md")),
    "import in place": (lambda root: (empty(root), shutil.copy(root / "page.md", root / "README.md")), ("import", "README.md")),
    "merge": (lambda root: None, ("import", "page.md", "--merge")),
    "new": (lambda root: None, ("new", "--from", "answers.yml")),
    "regen": (edit, ("regen", "--force")),
}  # fmt: skip


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


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
    prepare, arguments = COMMANDS[command]
    forms = Path(__file__).parents[2] / ".github/ISSUE_TEMPLATE"
    shutil.copytree(forms, tiny / ".github/ISSUE_TEMPLATE")
    (tiny / "page.md").write_text(PAGE, encoding="utf-8")
    (tiny / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    curate("-C", tiny, "regen")
    curate("-C", tiny, "forms")
    prepare(tiny)
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
