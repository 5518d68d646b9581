"""Commands that change files, for tests that disturb them, and a list that each of them can be run on."""

import shutil
from pathlib import Path

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


def arranged(command: str, tiny: Path, curate) -> tuple[str, ...]:
    """Make the list ready for the command; its arguments."""
    prepare, arguments = COMMANDS[command]
    forms = Path(__file__).parents[1] / ".github/ISSUE_TEMPLATE"
    shutil.copytree(forms, tiny / ".github/ISSUE_TEMPLATE")
    (tiny / "page.md").write_text(PAGE, encoding="utf-8")
    (tiny / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    curate("-C", tiny, "regen")
    curate("-C", tiny, "forms")
    prepare(tiny)
    return arguments


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
