"""A small list of its own: on the disk, and pushed to the stand-in's default branch."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from disturbed import blobs
from standin import OWNER

from bot.flows import forms, regen
from bot.github.read_branches import texts
from bot.github.write_branch import change

PROJECT = Path(__file__).parents[2]
LIST = """\
title: 小列表
repository: https://github.com/owner/list
introduction: |
  供测试用。
kinds:
  model: 语言模型
  dataset: 数据集
sections:
  - id: models
    title: 一、模型
  - id: corpora
    title: 二、语料
"""
# What the page links to.
LINKED = ("docs/adopting.md", "docs/adopting.en.md", "CONTRIBUTING.md", "LICENSE", "LICENSE-catalog.md")
RECORD = """\
name: {name}
kind: model
added: {added}
links:
  - url: https://github.com/example/{slug}
    type: repository
description: |
  {name} 是一个供测试用的条目，什么也不做。
"""
# A record that would call people, close issues and load a picture wherever it were shown as it is.
CALLING = RECORD.replace(
    "  {name} 是",
    "  感谢 @octocat 与 @org/team，fixes #777，closes other/repo#777，见 GH-777 与 ![图](https://t.cn/x.png)。{name} 是",
)


def make_list(root: Path, more: Mapping[str, str] = MappingProxyType({})) -> Path:
    """A list with two sections and two records, everything generated and in order; `more` holds texts by slug."""
    (root / "catalog" / "models").mkdir(parents=True)
    (root / "catalog" / "list.yml").write_text(LIST, "utf-8")
    for slug, name in (("alpha", "Alpha"), ("beta", "Beta")):
        text = RECORD.format(slug=slug, name=name, added="2023-06-01")
        (root / "catalog" / "models" / f"{slug}.yml").write_text(text, "utf-8")
    for slug, text in more.items():
        (root / "catalog" / "models" / f"{slug}.yml").write_text(text, "utf-8")
    shutil.copy(PROJECT / "README.template.md", root)
    (root / "docs").mkdir()
    for name in LINKED:
        shutil.copy(PROJECT / name, root / name)
    shutil.copytree(PROJECT / ".github" / "ISSUE_TEMPLATE", root / ".github" / "ISSUE_TEMPLATE")
    regen.write(root, regen.look(root), force=True)
    forms.write(root, forms.look(root))
    return root


def files_of(root: Path) -> dict[str, str]:
    """Path → text of everything below `root` that git would keep."""
    found = {p.relative_to(root).as_posix(): p for p in sorted(root.rglob("*")) if p.is_file()}
    return {path: where.read_text("utf-8") for path, where in found.items() if not path.startswith(".git/")}


def push(server, files: dict[str, str | None], message: str = "push", branch: str = "main") -> str:
    """One commit on a branch by the owner; the new head."""
    owner = server.as_person(OWNER)
    ref = owner.get_git_ref(f"heads/{branch}").complete()
    parent = owner.get_git_commit(ref.object.sha)
    tree = owner.create_git_tree([change(path, text) for path, text in files.items()], parent.tree)
    commit = owner.create_git_commit(message, tree, [parent])
    ref.edit(commit.sha)
    return commit.sha


def push_record(server, root: Path, path: str, text: str) -> str:
    """A person adds a record by hand and regenerates."""
    with TemporaryDirectory() as name:
        folder = Path(shutil.copytree(root, name, dirs_exist_ok=True))
        (folder / path).write_text(text, "utf-8")
        regen.write(folder, regen.look(folder), force=True)
        return push(server, {path: text, "README.md": (folder / "README.md").read_text("utf-8")}, f"加入 {path}")


def tree_of(server, ref: str = "main") -> dict[str, str]:
    """Path → blob of a branch."""
    owner = server.as_person(OWNER)
    return blobs(owner, owner.get_git_ref(f"heads/{ref}").object.sha)


def texts_of(server, ref: str = "main") -> dict[str, str]:
    """Path → text of a branch."""
    tree = tree_of(server, ref)
    known = texts(server.connection(f"token-of-{OWNER}"), sorted(tree.values()))
    return {path: known[blob] for path, blob in tree.items()}
